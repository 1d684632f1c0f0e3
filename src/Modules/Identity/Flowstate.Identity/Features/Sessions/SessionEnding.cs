using Flowstate.Identity.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Features.Sessions;

/// <summary>Ends a person's sessions in one statement; its caller forgets the person in the check, after the commit.</summary>
internal static class SessionEnding
{
    public static Task<int> EndSessions(
        this IdentityDbContext db,
        Guid userId,
        Guid? except,
        string because,
        DateTimeOffset now,
        CancellationToken ct
    ) =>
        db
            .Sessions.Where(row => row.UserId == userId && row.Id != except && row.EndedAt == null)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.EndedAt, (DateTimeOffset?)now)
                        .SetProperty(row => row.EndedBecause, because),
                ct
            );
}
