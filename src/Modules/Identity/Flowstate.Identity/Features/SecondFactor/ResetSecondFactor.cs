using Carter;
using Flowstate.Identity.Domain;
using Flowstate.Identity.Features.Members;
using Flowstate.Identity.Features.Sessions;
using Flowstate.Identity.Jobs;
using Flowstate.Identity.Persistence;
using Flowstate.Identity.Security;
using Flowstate.Shared.Audit;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Jobs;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Features.SecondFactor;

/// <summary>
/// The way back for who lost phone and codes: the password alone is enough until they set a new app up. Their sessions end
/// and they are told by mail.
/// </summary>
internal static class ResetSecondFactor
{
    internal sealed record Request(Guid Id) : IRequest<Result<Done>>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/members/{id:guid}/second-factor/reset",
                    async (Guid id, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(id), ct)).ToHttp()
                )
                .WithName(nameof(ResetSecondFactor))
                .Answers<Done>()
                .ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status409Conflict)
                .RequirePermission(IdentityModule.Manage);
    }

    internal sealed class Handler(
        IdentityDbContext db,
        CurrentUser current,
        SecondFactorCodes codes,
        SessionCheck check,
        JobQueue jobs,
        TimeProvider clock
    ) : IRequestHandler<Request, Result<Done>>
    {
        private static readonly Error Yourself = new(
            ErrorKind.Conflict,
            "identity.own-second-factor",
            "Your own second factor goes with your password and a code, or by somebody else's hand."
        );

        private static readonly Error OfOthersToo = new(
            ErrorKind.Forbidden,
            "identity.member-elsewhere-too",
            "This person belongs to other workspaces too. An owner of the operators' workspace has to do it."
        );

        public async Task<Result<Done>> Handle(Request request, CancellationToken cancellationToken)
        {
            if (request.Id == current.MemberId)
            {
                return Yourself;
            }

            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var found = await db.FindCovered(request.Id, Member.Active, cancellationToken);
            if (found.Error is { } refusal)
            {
                return refusal;
            }

            var member = found.Value;

            // Locked: nobody joins another workspace between the look and the deed.
            var user = await db.LockUser(member.Id, cancellationToken);
            if (user.Workspaces.Length != 1 && !await OwnsTheOperators(cancellationToken))
            {
                return OfOthersToo;
            }

            var passkeys = await db.Passkeys.Where(row => row.UserId == user.Id).ExecuteDeleteAsync(cancellationToken);
            if (!await codes.Forget(user.Id, cancellationToken) && passkeys == 0)
            {
                return SecondFactorCodes.Off;
            }

            var now = clock.GetUtcNow();
            await db.EndSessions(user.Id, null, Session.SecondFactorChanged, now, cancellationToken);
            await db.Audit("second-factor-reset", "members", user.Id, new { user.Email }, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            await check.ForgetUser(user.Id);
            jobs.Enqueue<SendSecondFactorReset>(job => job.Run(user.Id, current.Name, CancellationToken.None));
            return default(Done);
        }

        private async Task<bool> OwnsTheOperators(CancellationToken ct) =>
            current.Role == Role.Owner && await db.Workspaces.AnyAsync(row => row.IsOperator, ct);
    }
}
