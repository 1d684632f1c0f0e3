using Carter;
using Flowstate.Identity.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Features.Members;

/// <summary>Everybody in the workspace, in the order they joined.</summary>
internal static class ListMembers
{
    internal sealed record Request : IRequest<Result<IReadOnlyList<Response>>>;

    /// <param name="Status"><c>active</c>, <c>disabled</c> or <c>left</c>.</param>
    /// <param name="Version">What an edit of the member names as If-Match.</param>
    /// <param name="LastTouchAt">When this member last logged a touch; null before the first.</param>
    internal sealed record Response(
        Guid Id,
        string Name,
        string Email,
        string Role,
        DateTimeOffset? LastTouchAt,
        DateTimeOffset JoinedAt,
        string Status,
        Guid? SponsorId,
        long Version
    );

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/members",
                    async (IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(), ct)).ToHttp()
                )
                .WithName(nameof(ListMembers))
                .Answers<IReadOnlyList<Response>>()
                .RequirePermission(IdentityModule.Read);
    }

    internal sealed class Handler(IdentityDbContext db) : IRequestHandler<Request, Result<IReadOnlyList<Response>>>
    {
        public async Task<Result<IReadOnlyList<Response>>> Handle(
            Request request,
            CancellationToken cancellationToken
        ) =>
            await (
                from member in db.Members
                join user in db.Users on member.Id equals user.Id
                orderby member.JoinedAt, member.Id
                select new Response(
                    member.Id,
                    member.Name,
                    user.Email,
                    member.Role,
                    member.LastTouchAt,
                    member.JoinedAt,
                    member.Status,
                    member.SponsorId,
                    member.Version
                )
            )
                .AsNoTracking()
                .ToArrayAsync(cancellationToken);
    }
}
