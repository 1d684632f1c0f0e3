using Flowstate.Shared.Messaging;
using Npgsql;

namespace Flowstate.Shared.Audit;

/// <summary>
/// The chain over a module's audit log. A seal covers the rows up to a position by their digest and the seal before it, keyed
/// with what the database does not hold: a row that is changed, taken out, put in or moved breaks the chain, and whoever
/// can write the database cannot mend it.
/// </summary>
internal sealed class AuditSeals(ModuleDatabase database, AuditKey key)
{
    private const int RowsPerSeal = 1000;

    private readonly AuditDigest _digest = new(database);
    private readonly AuditChain _chain = new(database, key);

    /// <summary>
    /// How far the log can be sealed: the newest position that can be seen, and the first transaction that had not begun
    /// then. Once no older one runs, no row at or before the position can still appear.
    /// </summary>
    public async Task<Horizon> Look(CancellationToken ct)
    {
        await using var look = database.Everywhere(
            $"""
            select coalesce(max(position), 0), pg_snapshot_xmin(pg_current_snapshot())::text::bigint,
              pg_snapshot_xmax(pg_current_snapshot())::text::bigint from {database.Schema}.audit
            """
        );
        await using var reader = await look.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return new Horizon(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2));
    }

    /// <summary>Seals all rows up to a position that is final. Two hosts that try at once: the second finds the seal taken.</summary>
    public async Task Seal(long position, CancellationToken ct)
    {
        while (true)
        {
            var last = await _chain.Last(ct);
            var batch = await _digest.Of(AuditDigest.Version, last.To, position, RowsPerSeal, ct);
            if (batch.Rows == 0)
            {
                return;
            }

            await using var insert = database.Everywhere(
                $"""
                insert into {database.Schema}.audit_seals (seq, from_position, to_position, rows, digest, seal, version)
                values ($1, $2, $3, $4, $5, $6, {AuditDigest.Version}) on conflict (seq) do nothing
                """,
                new NpgsqlParameter<long> { TypedValue = last.Seq + 1 },
                new NpgsqlParameter<long> { TypedValue = last.To },
                new NpgsqlParameter<long> { TypedValue = batch.To },
                new NpgsqlParameter<int> { TypedValue = batch.Rows },
                new NpgsqlParameter<byte[]> { TypedValue = batch.Digest },
                new NpgsqlParameter<byte[]> { TypedValue = _chain.Of(last.Seal, last.To, batch) }
            );
            if (await insert.ExecuteNonQueryAsync(ct) == 0)
            {
                return;
            }
        }
    }

    /// <summary>Goes through the chain from its beginning; what is wrong is said in words, the first break first.</summary>
    public async Task<AuditReport> Verify(CancellationToken ct)
    {
        List<string> broken = [];
        long sealedRows = 0;
        var previous = new SealEnd(0, 0, []);
        foreach (var seal in await _chain.All(ct))
        {
            var found = await _digest.Of(
                seal.Renewed is null ? seal.Version : AuditDigest.Version,
                seal.From,
                seal.Batch.To,
                int.MaxValue,
                ct
            );
            var where = $"{database.Schema}.audit, rows {seal.From + 1} to {seal.Batch.To}";
            if (seal.Seq != previous.Seq + 1 || seal.From != previous.To)
            {
                broken.Add($"{where}: a seal before it is missing");
            }
            else if (!_chain.Made(previous.Seal, seal))
            {
                broken.Add($"{where}: its seal was not made by this installation");
            }

            if (found.Rows != seal.Batch.Rows)
            {
                broken.Add($"{where}: {seal.Batch.Rows} rows were sealed, {found.Rows} are there");
            }
            else if (!found.Digest.AsSpan().SequenceEqual(seal.Renewed?.Digest ?? seal.Batch.Digest))
            {
                broken.Add($"{where}: a row was changed or moved");
            }

            sealedRows += seal.Batch.Rows;
            previous = new SealEnd(seal.Seq, seal.Batch.To, seal.Seal);
        }

        if (await _digest.EmptiedWrongly(ct) is > 0 and var emptied)
        {
            broken.Add(
                $"{database.Schema}.audit: {emptied} rows were emptied, and nobody whom they are about was erased"
            );
        }

        var open = await _digest.Of(AuditDigest.Version, previous.To, long.MaxValue, int.MaxValue, ct);
        return new AuditReport(
            database.Schema,
            sealedRows,
            open.Rows,
            previous.Seq,
            Convert.ToHexStringLower(previous.Seal),
            broken
        );
    }
}

/// <param name="Position">The newest row that can be seen.</param>
/// <param name="Oldest">The oldest transaction that still runs.</param>
/// <param name="Next">The first transaction that has not begun.</param>
internal sealed record Horizon(long Position, long Oldest, long Next);
