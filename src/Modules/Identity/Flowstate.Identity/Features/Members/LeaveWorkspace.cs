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
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Features.Members;

/// <summary>I leave the workspace that I look at. My session goes on in another of mine, if there is one.</summary>
internal static class LeaveWorkspace
{
    internal sealed record Request : IRequest<Result<Done>>, IAnswersOnce;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/members/leave",
                    async (IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(), ct)).ToHttp()
                )
                .WithName(nameof(LeaveWorkspace))
                .Answers<Done>()
                .ProducesProblem(StatusCodes.Status401Unauthorized)
                .ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status409Conflict)
                // Whatever the role: nobody is kept.
                .RequireAuthorization();
    }

    internal sealed class Handler(IdentityDbContext db, CurrentUser user, SessionCheck check, TimeProvider clock)
        : IRequestHandler<Request, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Request request, CancellationToken cancellationToken)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.LockWorkspace(cancellationToken);
            var member = await db.Members.SingleOrDefaultAsync(
                row => row.Id == user.MemberId && row.Status == Member.Active,
                cancellationToken
            );
            if (member is null)
            {
                return Rights.NoSuchMember;
            }

            if (await db.IsLastOwner(member, cancellationToken))
            {
                return Rights.LastOwner;
            }

            member.End(await db.LockUser(member.Id, cancellationToken), Member.Left, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            await check.ForgetMember(user.WorkspaceId, member.Id);
            return default(Done);
        }
    }
}
