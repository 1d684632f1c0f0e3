using Microsoft.Extensions.Options;
using Npgsql;

namespace Flowstate.Shared.Messaging;

/// <summary>The inbox's statements: claim, fail, bury, forget. Leases are on the database's clock.</summary>
internal sealed class InboxClaims(ModuleDatabase database, EventCatalog catalog, IOptions<MessagingOptions> options)
{
    // Past the due moment, not just before it.
    private static readonly TimeSpan Grain = TimeSpan.FromMilliseconds(5);
    private readonly MessagingOptions _options = options.Value;

    // A claim wipes last_error, so an attempt that ended without a report shows: its process died, or its lease ran out.
    private readonly string _fresh = Claiming(database.Schema, "(i.attempts = 0 or i.last_error is not null)", "i.seq");
    private readonly string _lost = Claiming(
        database.Schema,
        "i.attempts > 0 and i.last_error is null",
        "i.attempts, i.seq"
    );

    /// <summary>
    /// Marks done where the claim still holds: fewer rows than given means somebody else has one of them. What was handled
    /// is known by its id; what it said of people is not kept.
    /// </summary>
    public string DoneSql { get; } =
        $$"""
            update {{database.Schema}}.inbox i set done_at = now(), last_error = null, payload = 'null'
            from unnest({0}, {1}) as claimed(event_id, attempts)
            where i.event_id = claimed.event_id and i.handler = {2} and i.attempts = claimed.attempts
              and i.done_at is null and i.dead_at is null
            """;

    /// <summary>
    /// The next row that is new or whose last failure was reported; with a new one others of its reaction and workspace that
    /// are new too, each of another aggregate.
    /// </summary>
    public Task<IReadOnlyList<ClaimedRow>> Claim(CancellationToken ct) => Claim(_fresh, _options.InboxBatch, ct);

    /// <summary>The next row whose last attempt ended without a report, alone; the least tried first.</summary>
    public Task<IReadOnlyList<ClaimedRow>> ClaimLost(CancellationToken ct) => Claim(_lost, 1, ct);

    private async Task<IReadOnlyList<ClaimedRow>> Claim(string sql, int most, CancellationToken ct)
    {
        await using var command = database.Everywhere(
            sql,
            new NpgsqlParameter<TimeSpan> { TypedValue = _options.Lease },
            new NpgsqlParameter<int> { TypedValue = _options.MaxAttempts },
            new NpgsqlParameter<string[]> { TypedValue = catalog.Handlers },
            new NpgsqlParameter<int> { TypedValue = most - 1 }
        );
        await using var reader = await command.ExecuteReaderAsync(ct);
        var claimed = new SortedList<long, ClaimedRow>();
        while (await reader.ReadAsync(ct))
        {
            claimed.Add(
                reader.GetInt64(8),
                new ClaimedRow(
                    reader.GetGuid(0),
                    reader.GetString(1),
                    reader.GetString(2),
                    reader.GetGuid(3),
                    reader.GetGuid(4),
                    reader.GetString(5),
                    await reader.IsDBNullAsync(6, ct) ? null : reader.GetString(6),
                    reader.GetInt32(7)
                )
            );
        }

        return [.. claimed.Values];
    }

    // Together go only rows that were never tried: what kills the process costs those beside it one attempt, and from then
    // on each goes alone. A row with an earlier one of the same handler and key before it waits.
    private static string Claiming(string schema, string which, string order) =>
        $"""
            with head as materialized (
              select i.event_id, i.handler, i.workspace_id, i.attempts from {schema}.inbox i
              where {which} and {Due(schema)}
              order by {order} limit 1
              for update of i skip locked),
            beside as materialized (
              select i.event_id, i.handler from head h join {schema}.inbox i
                on i.handler = h.handler and i.workspace_id = h.workspace_id and i.event_id <> h.event_id
              where h.attempts = 0 and i.attempts = 0 and {Due(schema)}
              order by i.seq limit $4
              for update of i skip locked)
            update {schema}.inbox i
            set attempts = i.attempts + 1, next_attempt_at = now() + $1, last_error = null
            from (select event_id, handler from head union all select event_id, handler from beside) due
            where i.event_id = due.event_id and i.handler = due.handler
            returning i.event_id, i.handler, i.name, i.key, i.workspace_id, i.payload::text, i.trace_parent, i.attempts, i.seq
            """;

    private static string Due(string schema) =>
        $"""
            i.done_at is null and i.dead_at is null and i.next_attempt_at <= now() and i.attempts < $2 and i.handler = any($3)
            and not exists (
              select 1 from {schema}.inbox e
              where e.handler = i.handler and e.key = i.key and e.seq < i.seq and e.done_at is null and e.dead_at is null)
            """;

    /// <summary>How long to sleep: until the earliest back-off or lease ends, at most one poll.</summary>
    public async Task<TimeSpan> NextDue(CancellationToken ct)
    {
        await using var command = database.Everywhere(
            $"""
            select min(next_attempt_at) - now() from {database.Schema}.inbox
            where done_at is null and dead_at is null and next_attempt_at > now()
            """
        );
        // Null when nothing waits. (GREATEST in SQL would skip the null and turn an idle inbox into a busy loop.)
        return await command.ExecuteScalarAsync(ct) is TimeSpan due && due < _options.Poll
            ? due + Grain
            : _options.Poll;
    }

    public async Task Fail(ClaimedRow row, Exception exception, CancellationToken ct)
    {
        var backoff = _options.Backoff * Math.Pow(2, Math.Min(row.Attempts - 1, 10));
        await using var command = database.Everywhere(
            $"""
            update {database.Schema}.inbox
            set last_error = $4, next_attempt_at = now() + $5, dead_at = case when attempts >= $6 then now() end
            where event_id = $1 and handler = $2 and attempts = $3 and done_at is null
            """,
            new NpgsqlParameter<Guid> { TypedValue = row.EventId },
            new NpgsqlParameter<string> { TypedValue = row.Handler },
            new NpgsqlParameter<int> { TypedValue = row.Attempts },
            new NpgsqlParameter<string> { TypedValue = exception.ToString() },
            new NpgsqlParameter<TimeSpan> { TypedValue = backoff },
            new NpgsqlParameter<int> { TypedValue = _options.MaxAttempts }
        );
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>
    /// A row that used up its attempts without reporting an error killed its process each time. One whose reaction
    /// no host has known for a day (renamed, removed) must not wait unseen either.
    /// </summary>
    public async Task BuryHopeless(CancellationToken ct)
    {
        await using var command = database.Everywhere(
            $"""
            update {database.Schema}.inbox
            set dead_at = now(), last_error = coalesce(last_error,
              case when handler = any($2) then 'The process ended while handling it.' else 'No reaction has this name.' end)
            where done_at is null and dead_at is null and next_attempt_at <= now()
              and (attempts >= $1 or (handler <> all($2) and next_attempt_at < now() - interval '1 day'))
            """,
            new NpgsqlParameter<int> { TypedValue = _options.MaxAttempts },
            new NpgsqlParameter<string[]> { TypedValue = catalog.Handlers }
        );
        await command.ExecuteNonQueryAsync(ct);
    }

    public async Task DropTombstones(CancellationToken ct)
    {
        await using var command = database.Everywhere(
            $"""
            delete from {database.Schema}.inbox where (event_id, handler) in (
              select event_id, handler from {database.Schema}.inbox where done_at < now() - $1 limit 1000)
            """,
            new NpgsqlParameter<TimeSpan> { TypedValue = _options.Tombstones }
        );
        await command.ExecuteNonQueryAsync(ct);
    }
}
