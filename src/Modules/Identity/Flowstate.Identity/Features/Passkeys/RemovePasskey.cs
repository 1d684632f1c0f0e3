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
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Features.Passkeys;

/// <summary>Nobody signs in with it any more; whoever did so elsewhere is signed out.</summary>
internal static class RemovePasskey
{
    internal sealed record Request(Guid Id) : IRequest<Result<Done>>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapDelete(
                    "/me/passkeys/{id:guid}",
                    async (Guid id, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(id), ct)).ToHttp()
                )
                .WithName(nameof(RemovePasskey))
                .Answers<Done>()
                // Whatever the role: a passkey is its person's.
                .RequireAuthorization()
                .ProducesProblem(StatusCodes.Status401Unauthorized)
                .ProducesProblem(StatusCodes.Status404NotFound);
    }

    internal sealed class Handler(IdentityDbContext db, CurrentUser current, SessionCheck check, TimeProvider clock)
        : IRequestHandler<Request, Result<Done>>
    {
        private static readonly Error NoSuchPasskey = new(
            ErrorKind.NotFound,
            "identity.passkey-not-found",
            "You have no such passkey."
        );

        public async Task<Result<Done>> Handle(Request request, CancellationToken cancellationToken)
        {
            if (current.MemberId is not { } me)
            {
                return SessionOpener.SessionEnded;
            }

            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var mine = db.Passkeys.Where(row => row.Id == request.Id && row.UserId == me);
            if (await mine.ExecuteDeleteAsync(cancellationToken) != 1)
            {
                return NoSuchPasskey;
            }

            var now = clock.GetUtcNow();
            await db.EndSessions(me, current.SessionId, Session.SecondFactorChanged, now, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            await check.ForgetUser(me);
            return default(Done);
        }
    }
}
