using Flowstate.Identity.Persistence;
using Flowstate.Shared.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Jobs;

/// <summary>Sign-ups, resets and failures that can have no effect any more, and sessions that ended a month ago.</summary>
internal sealed class ForgetOldRequests(IdentityDbContext db, TimeProvider clock) : IRecurringJob
{
    public string Id => "identity.forget-old-requests";

    public string Cron => "27 3 * * *";

    public async Task Run(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (yesterday, monthAgo) = (now.AddDays(-1), now.AddDays(-30));
        await db.SignUps.Where(row => row.ExpiresAt < now).ExecuteDeleteAsync(ct);
        await db.PasswordResets.Where(row => row.ExpiresAt < now).ExecuteDeleteAsync(ct);
        await db.FailedSignIns.Where(row => row.LastAt < yesterday).ExecuteDeleteAsync(ct);
        await db.Sessions.Where(row => row.LastUsedAt < monthAgo).ExecuteDeleteAsync(ct);
    }
}
