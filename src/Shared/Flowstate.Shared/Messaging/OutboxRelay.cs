using Flowstate.Shared.Realtime;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Flowstate.Shared.Messaging;

/// <summary>
/// Moves a module's outbox to the transport, in order. One host leads: it holds an advisory lock on a session of
/// its own and LISTENs there; when that session dies another host takes over. An old leader that has not noticed
/// can only publish what inboxes already know. Payloads are never deserialised, so nothing can poison it.
/// </summary>
internal sealed class OutboxRelay(
    ModuleDatabase database,
    IEventTransport transport,
    IOptions<MessagingOptions> options,
    LiveUpdates live,
    ILogger<OutboxRelay> log
) : BackgroundService
{
    private readonly MessagingOptions _options = options.Value;

    // At most so many rows and, since one batch event may weigh more than a thousand small ones, so many bytes.
    private readonly string _read = $"""
        select position, id, name, key, version, workspace_id, payload::text, trace_parent, occurred_at, waiting from (
          select o.*, sum(pg_column_size(payload)) over (order by position) - pg_column_size(payload) as before,
            count(*) over () as waiting
          from (select * from {database.Schema}.outbox order by position limit $1) o) o
        where before < $2 order by position
        """;
    private readonly string _delete = $"delete from {database.Schema}.outbox where position = any($1)";

    public static string Channel(string schema) => $"{schema}_outbox";

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Leadership.Hold(database, "relay", Channel(database.Schema), Lead, _options.Poll, log, stoppingToken);

    private async Task Lead(CancellationToken ct)
    {
        var failures = 0;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                var isEmpty = await RelayBatch(ct);
                failures = 0;
                await (isEmpty ? database.OutboxBell.Wait(_options.Poll, ct) : Task.CompletedTask);
            }
            catch (Exception exception) when (!ct.IsCancellationRequested)
            {
                failures++;
                log.LogWarning(
                    exception,
                    "Relay of {Module} failed {Failures} times in a row",
                    database.Schema,
                    failures
                );
                await Task.Delay(_options.Backoff * Math.Min(failures, 10), ct);
            }
        }
    }

    /// <returns>True where nothing is left that was there.</returns>
    private async Task<bool> RelayBatch(CancellationToken ct)
    {
        var waiting = 0L;
        List<long> positions = [];
        List<EventEnvelope> envelopes = [];
        await using (
            var command = database.Everywhere(
                _read,
                new NpgsqlParameter<int> { TypedValue = _options.RelayBatch },
                new NpgsqlParameter<int> { TypedValue = _options.RelayBytes }
            )
        )
        {
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                positions.Add(reader.GetInt64(0));
                waiting = reader.GetInt64(9);
                envelopes.Add(
                    new EventEnvelope(
                        reader.GetGuid(1),
                        reader.GetString(2),
                        reader.GetGuid(3),
                        reader.GetInt64(4),
                        reader.GetGuid(5),
                        reader.GetString(6),
                        await reader.IsDBNullAsync(7, ct) ? null : reader.GetString(7),
                        await reader.GetFieldValueAsync<DateTimeOffset>(8, ct)
                    )
                );
            }
        }

        if (envelopes.Count > 0)
        {
            await transport.Publish(envelopes, ct);
            await using var delete = database.Everywhere(
                _delete,
                new NpgsqlParameter<long[]> { TypedValue = [.. positions] }
            );
            await delete.ExecuteNonQueryAsync(ct);
            foreach (var envelope in envelopes)
            {
                live.Changed(envelope.WorkspaceId, database.Schema, envelope.Name, envelope.Key);
            }
        }

        return waiting == envelopes.Count && waiting < _options.RelayBatch;
    }
}
