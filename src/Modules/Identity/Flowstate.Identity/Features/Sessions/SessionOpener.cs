using Flowstate.Identity.Domain;
using Flowstate.Identity.Features.Profile;
using Flowstate.Identity.Persistence;
using Flowstate.Identity.Security;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;

namespace Flowstate.Identity.Features.Sessions;

/// <summary>What a browser gets when it is signed in. The refresh token goes beside it, in a cookie.</summary>
/// <param name="AccessToken">For <c>Authorization: Bearer</c>.</param>
internal sealed record SignedIn(string AccessToken, int ExpiresInSeconds, Me Me);

/// <param name="Refresh">The secret for the cookie.</param>
internal sealed record OpenedSession(SignedIn SignedIn, string Refresh);

/// <summary>The last step of every way in: a refresh token of the session's family, and an access token.</summary>
internal sealed class SessionOpener(IdentityDbContext db, CurrentUser current, AccessTokens tokens, TimeProvider clock)
{
    public static readonly Error SessionEnded = new(
        ErrorKind.Unauthenticated,
        "identity.session-ended",
        "Your session has ended. Sign in again."
    );

    /// <summary>Opens a new family.</summary>
    public Task<Result<OpenedSession>> Open(Guid memberId, Guid workspaceId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var session = Session.Open(memberId, workspaceId, now);
        db.Sessions.Add(session);
        var (first, presented) = RefreshToken.Issue(session, now);
        db.RefreshTokens.Add(first);
        return Answer(session, presented, ct);
    }

    /// <summary>Hands out the token that follows, for the first time or, in the grace, again.</summary>
    public Task<Result<OpenedSession>> Continue(
        Session session,
        RefreshToken token,
        string presented,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        var (next, following) = RefreshToken.After(presented, session, now);
        if (token.RotatedAt is null)
        {
            db.RefreshTokens.Add(next);
            token.Rotate(now);
        }

        return Answer(session, following, ct);
    }

    // Saves, but leaves a transaction around it to its owner.
    private async Task<Result<OpenedSession>> Answer(Session session, string presented, CancellationToken ct)
    {
        current.Enter(session.WorkspaceId);
        if (await Me.Of(session.MemberId, db, ct) is not { } me)
        {
            return SessionEnded;
        }

        await db.SaveChangesAsync(ct);
        return new OpenedSession(
            new SignedIn(tokens.Issue(me), (int)AccessTokens.Lifetime.TotalSeconds, me),
            presented
        );
    }
}
