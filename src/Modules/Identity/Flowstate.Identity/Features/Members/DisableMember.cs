using Carter;
using Flowstate.Identity.Domain;
using Flowstate.Identity.Features.Sessions;
using Flowstate.Identity.Persistence;
using Flowstate.Identity.Security;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Identity.Features.Members;

/// <summary>Ends a membership at once. The row stays, since contacts and history name it.</summary>
internal static class DisableMember
{
    internal sealed record Request(Guid Id) : IRequest<Result<Done>>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapDelete(
                    "/members/{id:guid}",
                    async (Guid id, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(id), ct)).ToHttp()
                )
                .WithName(nameof(DisableMember))
                .Answers<Done>()
                .ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status409Conflict)
                .RequirePermission(IdentityModule.Manage);
    }

    internal sealed class Handler(IdentityDbContext db, CurrentUser user, SessionCheck check, TimeProvider clock)
        : IRequestHandler<Request, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Request request, CancellationToken cancellationToken)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.LockWorkspace(cancellationToken);
            var found = await db.FindCovered(request.Id, Member.Active, cancellationToken);
            if (found.Error is { } refusal)
            {
                return refusal;
            }

            var member = found.Value;

            if (await db.IsLastOwner(member, cancellationToken))
            {
                return Rights.LastOwner;
            }

            var person = await db.LockUser(member.Id, cancellationToken);
            member.End(person, Member.Disabled, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            if (person.Workspaces.Length == 0)
            {
                // Let in again, they sign in again: what was open elsewhere must not come back to life.
                await db.EndSessions(person.Id, null, Session.Ended, clock.GetUtcNow(), cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
            await check.ForgetMember(user.WorkspaceId, member.Id);
            return default(Done);
        }
    }
}
