using Carter;
using Flowstate.Identity.Features.Sessions;
using Flowstate.Identity.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Features.SecondFactor;

internal static class GetSecondFactor
{
    internal sealed record Request : IRequest<Result<Response>>;

    /// <param name="TotpSince">When the authenticator app was confirmed; null where none is asked for.</param>
    internal sealed record Response(DateTimeOffset? TotpSince, int RecoveryCodesLeft);

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/me/second-factor",
                    async (IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(), ct)).ToHttp()
                )
                .WithName(nameof(GetSecondFactor))
                .Answers<Response>()
                // Whatever the role: a second factor is its person's.
                .RequireAuthorization()
                .ProducesProblem(StatusCodes.Status401Unauthorized);
    }

    internal sealed class Handler(IdentityDbContext db, CurrentUser user) : IRequestHandler<Request, Result<Response>>
    {
        public async Task<Result<Response>> Handle(Request request, CancellationToken cancellationToken)
        {
            if (user.MemberId is not { } me)
            {
                return SessionOpener.SessionEnded;
            }

            var since = await db
                .Authenticators.Where(row => row.Id == me)
                .Select(row => row.ConfirmedAt)
                .SingleOrDefaultAsync(cancellationToken);
            return new Response(since, await db.RecoveryCodes.CountAsync(row => row.UserId == me, cancellationToken));
        }
    }
}
