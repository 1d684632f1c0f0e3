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

        await using var command = database.Source.CreateCommand(_insert);
        Add(NpgsqlDbType.Uuid, rows.Select(row => row.Envelope.Id));
        Add(NpgsqlDbType.Text, rows.Select(row => row.Handler));
        Add(NpgsqlDbType.Text, rows.Select(row => row.Envelope.Name));
        Add(NpgsqlDbType.Uuid, rows.Select(row => row.Envelope.Key));
        Add(NpgsqlDbType.Uuid, rows.Select(row => row.Envelope.WorkspaceId));
        Add(NpgsqlDbType.Text, rows.Select(row => row.Envelope.Payload));
        Add(NpgsqlDbType.Text, rows.Select(row => row.Envelope.TraceParent));
        Add(NpgsqlDbType.TimestampTz, rows.Select(row => row.Envelope.OccurredAt));
        await command.ExecuteNonQueryAsync(ct);
        database.InboxBell.Ring();

        void Add<T>(NpgsqlDbType type, IEnumerable<T> values) =>
            command.Parameters.Add(new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type });
    }
}
