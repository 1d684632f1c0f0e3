using Flowstate.Identity.Persistence;
using Flowstate.Shared.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Jobs;

/// <summary>A sign-in that was left half done leaves a row.</summary>
internal sealed class ForgetOldChallenges(IdentityDbContext db, TimeProvider clock) : IRecurringJob
{
    public string Id => "identity.forget-old-challenges";

    public string Cron => "27 * * * *";

    public Task Run(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.Challenges.Where(row => row.ExpiresAt < now).ExecuteDeleteAsync(ct);
    }
}
