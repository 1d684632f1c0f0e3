using System.Diagnostics.Metrics;
using Flowstate.Shared.Telemetry;
using Microsoft.Extensions.Hosting;

namespace Flowstate.Shared.Messaging;

/// <summary>The two figures to alert on, per module: age of the oldest outbox row (s) and number of dead letters.</summary>
internal sealed class MessagingHealth(IEnumerable<ModuleDatabase> databases) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);
    private readonly Gauge<double> _age = FlowstateTelemetry.Meter.CreateGauge<double>(
        "flowstate.outbox.oldest",
        "s",
        "Age of the oldest event not yet relayed"
    );
    private readonly Gauge<long> _dead = FlowstateTelemetry.Meter.CreateGauge<long>(
        "flowstate.inbox.dead",
        description: "Events a reaction gave up on"
    );

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var database in databases)
            {
                await Measure(database, stoppingToken);
            }

            await Task.Delay(Every, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Measure(ModuleDatabase database, CancellationToken ct)
    {
        KeyValuePair<string, object?> module = new("module", database.Schema);
        try
        {
            await using var command = database.Everywhere(
                $"""
                select coalesce(extract(epoch from now() - (select min(occurred_at) from {database.Schema}.outbox)), 0)::float8,
                       (select count(*) from {database.Schema}.inbox where dead_at is not null)
                """
            );
            await using var reader = await command.ExecuteReaderAsync(ct);
            await reader.ReadAsync(ct);
            _age.Record(reader.GetDouble(0), module);
            _dead.Record(reader.GetInt64(1), module);
        }
        catch (Exception)
        {
            // The readiness probe reports an unreachable database; a gauge only goes stale.
        }
    }
}
