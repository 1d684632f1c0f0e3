using Flowstate.Shared.Messaging;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Flowstate.Shared.Modules;

/// <summary>Ready when every module's role reaches its schema. Migrations ran before the host listened.</summary>
internal sealed class DatabasesReady(IEnumerable<ModuleDatabase> databases, TimeProvider clock) : IHealthCheck
{
    // Open to everybody and unlimited: the databases are asked once a second, however many want to know.
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);

    // One that takes connections and does not answer must not hold the probes that come after it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Lock _gate = new();
    private (Task<HealthCheckResult> Answer, long At)? _last;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_last is not { } last || (last.Answer.IsCompleted && clock.GetElapsedTime(last.At) >= Freshness))
            {
                _last = last = (Task.Run(Ask, CancellationToken.None), clock.GetTimestamp());
            }

            return last.Answer.WaitAsync(cancellationToken);
        }
    }

    private async Task<HealthCheckResult> Ask()
    {
        using var patience = new CancellationTokenSource(Patience);
        foreach (var database in databases)
        {
            try
            {
                await using var command = database.Source.CreateCommand(
                    $"select 1 from {database.Schema}.outbox limit 1"
                );
                await command.ExecuteScalarAsync(patience.Token);
            }
            catch (Exception exception)
            {
                return HealthCheckResult.Unhealthy($"Schema {database.Schema} cannot be reached.", exception);
            }
        }

        return HealthCheckResult.Healthy();
    }
}
