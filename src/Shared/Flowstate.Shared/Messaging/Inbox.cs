using Npgsql;
using NpgsqlTypes;

namespace Flowstate.Shared.Messaging;

/// <summary>Takes events in with one statement; what is already known is skipped by the key (event, handler).</summary>
internal sealed class Inbox(ModuleDatabase database, EventCatalog catalog) : IInbox
{
    private readonly string _insert = $"""
        insert into {database.Schema}.inbox
          (event_id, handler, name, key, workspace_id, payload, trace_parent, occurred_at, attempts)
        select e.event_id, e.handler, e.name, e.key, e.workspace_id, e.payload::jsonb, e.trace_parent, e.occurred_at, 0
        from unnest($1, $2, $3, $4, $5, $6, $7, $8)
          with ordinality as e(event_id, handler, name, key, workspace_id, payload, trace_parent, occurred_at, n)
        order by e.n
        on conflict (event_id, handler) do nothing
        """;

    public string Module => database.Schema;

    public IReadOnlySet<string> Producers => catalog.Producers;

    public async Task Accept(IReadOnlyList<EventEnvelope> envelopes, CancellationToken ct)
    {
        var rows = envelopes
            .SelectMany(envelope => catalog.For(envelope.Name).Select(heard => (Envelope: envelope, heard.Handler)))
            .ToList();
        if (rows.Count == 0)
        {
            return;
        }

        await using var command = database.Everywhere(
            _insert,
            Column(NpgsqlDbType.Uuid, envelope => envelope.Id),
            new() { Value = rows.Select(row => row.Handler).ToArray() },
            Column(NpgsqlDbType.Text, envelope => envelope.Name),
            Column(NpgsqlDbType.Uuid, envelope => envelope.Key),
            Column(NpgsqlDbType.Uuid, envelope => envelope.WorkspaceId),
            Column(NpgsqlDbType.Text, envelope => envelope.Payload),
            Column(NpgsqlDbType.Text, envelope => envelope.TraceParent),
            Column(NpgsqlDbType.TimestampTz, envelope => envelope.OccurredAt)
        );
        await command.ExecuteNonQueryAsync(ct);
        database.InboxBell.Ring();

        NpgsqlParameter Column<T>(NpgsqlDbType type, Func<EventEnvelope, T> value) =>
            new()
            {
                Value = rows.Select(row => value(row.Envelope)).ToArray(),
                NpgsqlDbType = NpgsqlDbType.Array | type,
            };
    }
}
