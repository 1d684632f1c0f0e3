using Flowstate.Identity.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Features.Sessions;

/// <summary>
/// Ends a person's sessions, and sign-ins that are half done; its caller forgets the person in the check, after the commit.
/// </summary>
internal static class SessionEnding
{
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
