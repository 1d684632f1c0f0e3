using Flowstate.Shared.Messaging;
using Npgsql;

namespace Flowstate.Shared.Audit;

/// <summary>What a seal says of its rows.</summary>
/// <param name="To">The position of the last one.</param>
internal sealed record SealedRows(long To, int Rows, byte[] Digest);

/// <summary>
/// The digest over a module's log from one position to another. The first version covers what a row changed; the second a
/// salted hash of it, so that a row can be emptied and its seal still holds.
/// </summary>
internal sealed class AuditDigest(ModuleDatabase database)
{
    public const int Version = 2;

    /// <summary>Of the row <c>a</c>: without its salt, nobody can try what it may have been.</summary>
    public const string Salted = "sha256(convert_to(a.salt::text || a.changes::text, 'UTF8'))";

    // Rows as text that depends on no setting of the session. An emptied row that holds something again is not what was hashed.
    private static readonly string[] Canonical =
    [
        "row(position, id, extract(epoch from at), workspace_id, member_id, request, action, subject, subject_id, changes)::text",
        $$"""
            row(position, id, extract(epoch from at), workspace_id, member_id, request, action, subject, subject_id, about,
              case when changes_hash is not null and changes = '{}' then changes_hash else {{Salted}} end)::text
            """,
    ];

    /// <summary>That whom the row <c>a</c> is about was deleted, as the log itself has it.</summary>
    public static string Gone(string schema) =>
        $"""
            exists (select from {schema}.audit d where d.about = a.about and d.workspace_id = a.workspace_id
              and d.action = 'delete' and d.subject_id = a.about::text)
            """;

    public async Task<SealedRows> Of(int version, long from, long to, int limit, CancellationToken ct)
    {
        await using var command = database.Everywhere(
            $"""
            select count(*)::int, max(position),
              sha256(convert_to(coalesce(string_agg({Canonical[version - 1]}, E'\n' order by position), ''), 'UTF8'))
            from (select * from {database.Schema}.audit where position > $1 and position <= $2 order by position limit $3) a
            """,
            new NpgsqlParameter<long> { TypedValue = from },
            new NpgsqlParameter<long> { TypedValue = to },
            new NpgsqlParameter<int> { TypedValue = limit }
        );
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return new SealedRows(
            await reader.IsDBNullAsync(1, ct) ? from : reader.GetInt64(1),
            reader.GetInt32(0),
            (byte[])reader[2]
        );
    }

    /// <summary>How many rows were emptied although nobody whom they are about is gone.</summary>
    public async Task<long> EmptiedWrongly(CancellationToken ct)
    {
        await using var command = database.Everywhere(
            $"select count(*) from {database.Schema}.audit a where a.changes_hash is not null and not {Gone(database.Schema)}"
        );
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }
}
