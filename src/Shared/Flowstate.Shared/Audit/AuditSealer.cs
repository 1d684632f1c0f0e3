using Flowstate.Shared.Messaging;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Flowstate.Shared.Audit;

/// <summary>Seals what was written down, away from the requests that wrote it.</summary>
internal sealed class AuditSealer(
    IEnumerable<ModuleDatabase> databases,
    AuditKey key,
    IConfiguration configuration,
    ILogger<AuditSealer> log
) : BackgroundService
{
    private readonly TimeSpan _every = configuration.GetValue("Audit:SealEvery", TimeSpan.FromSeconds(10));

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(databases.Select(database => Keep(database, stoppingToken)));

    private async Task Keep(ModuleDatabase database, CancellationToken ct)
    {
        var seals = new AuditSeals(database, key);
        Horizon? seen = null;
        var renewed = false;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                if (!renewed)
                {
                    await new AuditRenewal(database, key).Run(ct);
                    renewed = true;
                }

                var now = await seals.Look(ct);
                if (seen is not null && now.Oldest >= seen.Next)
                {
                    await seals.Seal(seen.Position, ct);
                    seen = null;
                }

                seen ??= now;
            }
            catch (Exception exception)
            {
                if (ct.IsCancellationRequested)
                {
                    return;
                }

                log.LogWarning(exception, "The audit log of {Module} could not be sealed", database.Schema);
            }

            await Task.Delay(_every, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
