using Carter;
using Flowstate.Identity.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Features.ApiKeys;

/// <summary>My keys, the newest first; who manages members sees the whole workspace's.</summary>
internal static class ListApiKeys
{
    internal sealed record Request : IRequest<Result<IReadOnlyList<ApiKeyView>>>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/api-keys",
                    async (IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(), ct)).ToHttp()
                )
                .WithName(nameof(ListApiKeys))
                .Answers<IReadOnlyList<ApiKeyView>>()
                .RequirePermission(IdentityModule.ApiKeys)
                .RequirePerson();
    }

    internal sealed class Handler(IdentityDbContext db, CurrentUser user)
        : IRequestHandler<Request, Result<IReadOnlyList<ApiKeyView>>>
    {
        public async Task<Result<IReadOnlyList<ApiKeyView>>> Handle(
            Request request,
            CancellationToken cancellationToken
        )
        {
            var all = user.Permissions.Contains(IdentityModule.Manage);
            return await (
                from key in db.ApiKeys
                join member in db.Members on key.MemberId equals member.Id
                where all || key.MemberId == user.MemberId
                orderby key.CreatedAt descending, key.Id descending
                select new ApiKeyView(
                    key.Id,
                    key.Name,
                    member.Id,
                    member.Name,
                    key.Prefix,
                    key.Scopes,
                    key.CreatedAt,
                    key.ExpiresAt,
                    key.LastUsedAt,
                    key.RevokedAt
                )
            )
                .AsNoTracking()
                .ToArrayAsync(cancellationToken);
        }
    }
}
