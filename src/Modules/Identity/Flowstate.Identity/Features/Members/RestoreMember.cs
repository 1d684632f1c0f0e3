using Carter;
using Flowstate.Identity.Domain;
using Flowstate.Identity.Persistence;
using Flowstate.Identity.Security;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Identity.Features.Members;

/// <summary>Lets a disabled member in again, with the role they had. Who left comes back by an invitation.</summary>
internal static class RestoreMember
{
    internal sealed record Request(Guid Id) : IRequest<Result<Done>>, IAnswersOnce;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/members/{id:guid}/restore",
                    async (Guid id, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(id), ct)).ToHttp()
                )
                .WithName(nameof(RestoreMember))
                .Answers<Done>()
                .ProducesProblem(StatusCodes.Status404NotFound)
                .RequirePermission(IdentityModule.Manage);
    }

    internal sealed class Handler(IdentityDbContext db, CurrentUser user, SessionCheck check, TimeProvider clock)
        : IRequestHandler<Request, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Request request, CancellationToken cancellationToken)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.LockWorkspace(cancellationToken);
            var found = await db.FindCovered(request.Id, Member.Disabled, cancellationToken);
            if (found.Error is { } refusal)
            {
                return refusal;
            }

            var member = found.Value;

            member.Return(await db.LockUser(member.Id, cancellationToken), clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            await check.ForgetMember(user.WorkspaceId, member.Id);
            return default(Done);
        }
    }
}
