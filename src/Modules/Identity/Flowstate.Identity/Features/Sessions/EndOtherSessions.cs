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

namespace Flowstate.Identity.Features.Sessions;

/// <summary>Signs me out everywhere but here.</summary>
internal static class EndOtherSessions
{
    internal sealed record Request : IRequest<Result<Done>>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapDelete(
                    "/sessions",
                    async (IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(), ct)).ToHttp()
                )
                .WithName(nameof(EndOtherSessions))
                .Answers<Done>()
                // Whatever the role: everybody may sign their own devices out.
                .RequireAuthorization()
                .ProducesProblem(StatusCodes.Status401Unauthorized);
    }

    internal sealed class Handler(IdentityDbContext db, CurrentUser user, SessionCheck check, TimeProvider clock)
        : IRequestHandler<Request, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Request request, CancellationToken cancellationToken)
        {
            if (user.MemberId is not { } me)
            {
                return SessionOpener.SessionEnded;
            }

            await db.EndSessions(me, user.SessionId, Session.Ended, clock.GetUtcNow(), cancellationToken);
            await check.ForgetUser(me);
            return default(Done);
        }
    }
}
