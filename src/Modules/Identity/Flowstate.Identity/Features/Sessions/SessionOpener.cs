using Flowstate.Identity.Domain;
using Flowstate.Identity.Features.Invitations;
using Flowstate.Identity.Features.Profile;
using Flowstate.Identity.Persistence;
using Flowstate.Identity.Security;
using Flowstate.Shared.Audit;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Features.Sessions;

/// <param name="Refresh">The secret for the cookie.</param>
/// <param name="Whose">With the password that the browser is known by from now on.</param>
internal sealed record OpenedSession(SignedIn SignedIn, string Refresh, User Whose);

/// <summary>The last step of every way in: a refresh token of the session's family, and an access token.</summary>
internal sealed class SessionOpener(
    IdentityDbContext db,
    CurrentUser current,
    AccessTokens tokens,
    SessionCheck check,
    Joining joining,
    RefreshCookie cookie,
    IHttpContextAccessor accessor,
    TimeProvider clock
)
{
    public static readonly Error SessionEnded = new(
        ErrorKind.Unauthenticated,
        "identity.session-ended",
        "Your session has ended. Sign in again."
    );

    private static readonly Error NoWorkspace = new(
        ErrorKind.Forbidden,
        "identity.no-workspace",
        "You are in no workspace any more. Ask to be invited, then open the link in the mail."
    );

    /// <summary>
    /// Opens a new family where the person was last, else where they joined first; where they come by an invitation, they
    /// join and look at that workspace.
    /// </summary>
    /// <param name="invitation">What stands in its link; the one way in for who is in no workspace.</param>
    public async Task<Result<OpenedSession>> Open(User user, string[] methods, string? invitation, CancellationToken ct)
    {
        // Whoever's access token came along with the sign-in: from here on it is this person who acts.
        current.Leave();
        if (invitation is not null)
        {
            // Its refusal opens no session, and a right password must leave a trace all the same.
            await db.Audit(
                "came-by-invitation",
                "users",
                user.Id,
                new { methods },
                ct,
                user.Workspaces.FirstOrDefault()
            );
            var joined = await joining.TakeUp(user.Id, invitation, ct);
            return joined.Error is { } error ? error : await OpenIn(joined.Value, user.Id, methods, ct);
        }

        if (user.Workspaces.Length == 0)
        {
            return NoWorkspace;
        }

        var last = await db
            .Sessions.Where(session => session.UserId == user.Id)
            .OrderByDescending(session => session.LastUsedAt)
            .Select(session => session.ActiveWorkspace)
            .FirstOrDefaultAsync(ct);
        return await OpenIn(user.Workspaces.Contains(last) ? last : user.Workspaces[0], user.Id, methods, ct);
    }

    /// <summary>
    /// Opens a new family in this workspace; a transaction around it has entered it already. The cookie that came along is
    /// replaced by the one of this family, so that its session, whosever it was, ends.
    /// </summary>
    public async Task<Result<OpenedSession>> OpenIn(
        Guid workspaceId,
        Guid userId,
        string[] methods,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        var session = Session.Open(userId, workspaceId, methods, Device, now);
        db.Sessions.Add(session);
        var (first, presented) = RefreshToken.Issue(session, now);
        db.RefreshTokens.Add(first);
        current.Enter(workspaceId);
        var replaced = await db.SessionOf(cookie.Presented, ct);
        replaced?.End(Session.Ended, now);
        await db.SaveChangesAsync(ct);
        if (replaced is not null)
        {
            await check.ForgetSession(replaced.Id);
        }

        return await Answer(session, presented, ct);
    }

    /// <summary>The token that follows, for the first time or, in the grace, again. Its caller saves.</summary>
    public string Rotate(Session session, RefreshToken token, string presented)
    {
        var now = clock.GetUtcNow();
        var (next, following) = RefreshToken.After(presented, session, now);
        if (token.RotatedAt is null)
        {
            db.RefreshTokens.Add(next);
            token.Rotate(now);
        }

        session.Use(Device, now);
        return following;
    }

    /// <summary>Reads who this is in the session's workspace, as it is now; where they are no member, in their next one.</summary>
    public async Task<Result<OpenedSession>> Answer(Session session, string presented, CancellationToken ct)
    {
        current.Enter(session.ActiveWorkspace);
        var me = await Me.Of(session.UserId, db, ct);
        if (me is null && await NextWorkspace(session, ct) is { } next)
        {
            session.SwitchTo(next);
            current.Enter(next);
            await db.SaveChangesAsync(ct);
            me = await Me.Of(session.UserId, db, ct);
        }

        await check.Renew(session.Id, session.ActiveWorkspace);
        return me is null
            ? SessionEnded
            : new OpenedSession(
                new SignedIn(tokens.Issue(me, session), (int)AccessTokens.Lifetime.TotalSeconds, me),
                presented,
                (await db.Users.FindAsync([session.UserId], ct))!
            );
    }

    private async Task<Guid?> NextWorkspace(Session session, CancellationToken ct)
    {
        var mine = await db.Users.Where(row => row.Id == session.UserId).Select(row => row.Workspaces).SingleAsync(ct);
        return mine.Where(id => id != session.ActiveWorkspace).Select(id => (Guid?)id).FirstOrDefault();
    }

    private Device Device
    {
        get
        {
            var http = accessor.HttpContext!;
            var agent = http.Request.Headers.UserAgent.ToString().Replace("\0", "", StringComparison.Ordinal);
            return new Device(
                agent.Length == 0 ? null : agent[..Math.Min(agent.Length, Domain.Device.UserAgentLength)],
                http.Connection.RemoteIpAddress?.ToString()
            );
        }
    }
}
