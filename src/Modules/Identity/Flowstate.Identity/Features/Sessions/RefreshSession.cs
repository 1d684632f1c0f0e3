using Carter;
using Flowstate.Identity.Domain;
using Flowstate.Identity.Persistence;
using Flowstate.Identity.Security;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Flowstate.Identity.Features.Sessions;

/// <summary>
/// A new access token for the cookie, and a new cookie: every refresh token works once. One that comes back later was
/// copied, and ends every token of its family.
/// </summary>
internal static class RefreshSession
{
    internal sealed record Request(string? Refresh) : IRequest<Result<OpenedSession>>, IAnswersOnce;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/refresh",
                    async (IMediator mediator, RefreshCookie cookie, CancellationToken ct) =>
                        cookie.Hand(await mediator.Send(new Request(cookie.Presented), ct)).ToHttp()
                )
                .WithName(nameof(RefreshSession))
                .Answers<SignedIn>()
                .ProducesProblem(StatusCodes.Status401Unauthorized)
                .ProducesProblem(StatusCodes.Status403Forbidden)
                .RequireFlowstateHeader()
                .AllowAnonymous();
    }

    internal sealed class Handler(
        IdentityDbContext db,
        SessionOpener sessions,
        SessionCheck check,
        TimeProvider clock,
        ILogger<Handler> log
    ) : IRequestHandler<Request, Result<OpenedSession>>
    {
        public async Task<Result<OpenedSession>> Handle(Request request, CancellationToken cancellationToken)
        {
            if (!RefreshToken.TryRead(request.Refresh, out var hash))
            {
                return SessionOpener.SessionEnded;
            }

            var now = clock.GetUtcNow();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            // The family's row is the lock: of two refreshes at once the second sees what the first did.
            var session = await db
                .Sessions.FromSql(
                    $"""
                    select session.* from identity.sessions session
                    join identity.refresh_tokens token on token.session_id = session.id
                    where token.hash = {hash}
                    for update of session
                    """
                )
                .SingleOrDefaultAsync(cancellationToken);
            if (session is null or { EndedAt: not null })
            {
                return SessionOpener.SessionEnded;
            }

            var token = await db.RefreshTokens.SingleAsync(row => row.Hash == hash, cancellationToken);
            if (token.ExpiresAt <= now)
            {
                return SessionOpener.SessionEnded;
            }

            if (token.IsReused(now))
            {
                log.LogWarning(
                    "A used refresh token of {User} came back; session {Session} ends",
                    session.UserId,
                    session.Id
                );
                session.End(Session.Reused, now);
                await db.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                await check.ForgetSession(session.Id);
                return SessionOpener.SessionEnded;
            }

            var following = sessions.Rotate(session, token, request.Refresh!);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            // Only now, since a workspace cannot be entered within a transaction.
            return await sessions.Answer(session, following, cancellationToken);
        }
    }
}
