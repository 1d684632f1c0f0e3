using Carter;
using Flowstate.Identity.Domain;
using Flowstate.Identity.Persistence;
using Flowstate.Identity.Security;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Identity.Features.Sessions;

/// <summary>Ends the cookie's whole family and takes the cookie back. Signing out twice is no failure.</summary>
internal static class SignOut
{
    internal sealed record Request(string? Refresh) : IRequest<Result<Done>>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/sign-out",
                    async (IMediator mediator, RefreshCookie cookie, CancellationToken ct) =>
                    {
                        var done = await mediator.Send(new Request(cookie.Presented), ct);
                        cookie.Drop();
                        return done.ToHttp();
                    }
                )
                .WithName(nameof(SignOut))
                .Answers<Done>()
                .ProducesProblem(StatusCodes.Status403Forbidden)
                .RequireFlowstateHeader()
                .AllowAnonymous();
    }

    internal sealed class Handler(IdentityDbContext db, SessionCheck check, TimeProvider clock)
        : IRequestHandler<Request, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Request request, CancellationToken cancellationToken)
        {
            if (await db.SessionOf(request.Refresh, cancellationToken) is { } session)
            {
                session.End(Session.SignedOut, clock.GetUtcNow());
                await db.SaveChangesAsync(cancellationToken);
                await check.ForgetSession(session.Id);
            }

            return default(Done);
        }
    }
}
