using Flowstate.Shared.Messaging;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Flowstate.Shared.Modules;

/// <summary>Ready when every module's role reaches its schema. Migrations ran before the host listened.</summary>
internal sealed class DatabasesReady(IEnumerable<ModuleDatabase> databases) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken
    )
    {
        foreach (var database in databases)
        {
            try
            {
                await using var command = database.Source.CreateCommand(
                    $"select 1 from {database.Schema}.outbox limit 1"
                );
                await command.ExecuteScalarAsync(cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                return HealthCheckResult.Unhealthy($"Schema {database.Schema} cannot be reached.", exception);
            }
        }

        return HealthCheckResult.Healthy();
    }
}
