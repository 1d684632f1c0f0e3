using Flowstate.Identity.Persistence;
using Flowstate.Shared.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Jobs;

/// <summary>Every open tab leaves a row each quarter of an hour; one that expired can neither be used nor reused.</summary>
internal sealed class ForgetOldRefreshTokens(IdentityDbContext db, TimeProvider clock) : IRecurringJob
{
    public string Id => "identity.forget-old-refresh-tokens";

    public string Cron => "17 3 * * *";

    public Task Run(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.RefreshTokens.Where(token => token.ExpiresAt < now).ExecuteDeleteAsync(ct);
    }
}
