using Flowstate.Identity.Domain;
using Flowstate.Identity.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Features.Sessions;

/// <summary>
/// Ends a person's sessions, and sign-ins that are half done; its caller forgets the person in the check, after the commit.
/// </summary>
internal static class SessionEnding
{
    /// <summary>The session of a refresh token, used or not, living or ended; null for what is no token of ours.</summary>
    public static async Task<Session?> SessionOf(this IdentityDbContext db, string? refresh, CancellationToken ct) =>
        RefreshToken.TryRead(refresh, out var hash)
            ? await (
                from token in db.RefreshTokens
                join session in db.Sessions on token.SessionId equals session.Id
                where token.Hash == hash
                select session
            ).SingleOrDefaultAsync(ct)
            : null;

    public static async Task EndSessions(
        this IdentityDbContext db,
        Guid userId,
        Guid? except,
        string because,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        await db.Challenges.Where(row => row.UserId == userId).ExecuteDeleteAsync(ct);
        await db
            .Sessions.Where(row => row.UserId == userId && row.Id != except && row.EndedAt == null)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.EndedAt, (DateTimeOffset?)now)
                        .SetProperty(row => row.EndedBecause, because),
                ct
            );
    }
}
