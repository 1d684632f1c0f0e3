using System.Buffers.Binary;
using System.Security.Cryptography;
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

    // A row as text that depends on no setting of the session.
    private const string Canonical =
        "row(position, id, extract(epoch from at), workspace_id, member_id, request, action, subject, subject_id, changes)::text";

    private readonly string _last =
        $"select seq, to_position, seal from {database.Schema}.audit_seals order by seq desc limit 1";

    private readonly string _digest = $"""
        select count(*)::int, max(position), sha256(convert_to(coalesce(string_agg({Canonical}, E'\n' order by position), ''), 'UTF8'))
        from (select * from {database.Schema}.audit where position > $1 and position <= $2 order by position limit $3) a
        """;

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
            var last = await Last(ct);
            var batch = await Digest(last.To, position, RowsPerSeal, ct);
            if (batch.Rows == 0)
            {
                return;
            }

            await using var insert = database.Everywhere(
                $"""
                insert into {database.Schema}.audit_seals (seq, from_position, to_position, rows, digest, seal)
                values ($1, $2, $3, $4, $5, $6) on conflict (seq) do nothing
                """,
                new NpgsqlParameter<long> { TypedValue = last.Seq + 1 },
                new NpgsqlParameter<long> { TypedValue = last.To },
                new NpgsqlParameter<long> { TypedValue = batch.To },
                new NpgsqlParameter<int> { TypedValue = batch.Rows },
                new NpgsqlParameter<byte[]> { TypedValue = batch.Digest },
                new NpgsqlParameter<byte[]> { TypedValue = Chain(last.Seal, last.To, batch) }
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
        foreach (var seal in await All(ct))
        {
            var found = await Digest(seal.From, seal.Batch.To, int.MaxValue, ct);
            var where = $"{database.Schema}.audit, rows {seal.From + 1} to {seal.Batch.To}";
            if (seal.Seq != previous.Seq + 1 || seal.From != previous.To)
            {
                broken.Add($"{where}: a seal before it is missing");
            }
            else if (!Chain(previous.Seal, seal.From, seal.Batch).AsSpan().SequenceEqual(seal.Seal))
            {
                broken.Add($"{where}: its seal was not made by this installation");
            }

            if (found.Rows != seal.Batch.Rows)
            {
                broken.Add($"{where}: {seal.Batch.Rows} rows were sealed, {found.Rows} are there");
            }
            else if (!found.Digest.AsSpan().SequenceEqual(seal.Batch.Digest))
            {
                broken.Add($"{where}: a row was changed or moved");
            }

            sealedRows += seal.Batch.Rows;
            previous = new SealEnd(seal.Seq, seal.Batch.To, seal.Seal);
        }

        var open = await Digest(previous.To, long.MaxValue, int.MaxValue, ct);
        return new AuditReport(
            database.Schema,
            sealedRows,
            open.Rows,
            previous.Seq,
            Convert.ToHexStringLower(previous.Seal),
            broken
        );
    }

    private byte[] Chain(byte[] previous, long from, Batch batch)
    {
        var bytes = new byte[previous.Length + 20 + batch.Digest.Length];
        previous.CopyTo(bytes, 0);
        var numbers = bytes.AsSpan(previous.Length);
        BinaryPrimitives.WriteInt64BigEndian(numbers, from);
        BinaryPrimitives.WriteInt64BigEndian(numbers[8..], batch.To);
        BinaryPrimitives.WriteInt32BigEndian(numbers[16..], batch.Rows);
        batch.Digest.CopyTo(numbers[20..]);
        return HMACSHA256.HashData(key.Bytes, bytes);
    }

    private async Task<SealEnd> Last(CancellationToken ct)
    {
        await using var command = database.Everywhere(_last);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct)
            ? new SealEnd(reader.GetInt64(0), reader.GetInt64(1), (byte[])reader[2])
            : new SealEnd(0, 0, []);
    }

    private async Task<Batch> Digest(long from, long to, int limit, CancellationToken ct)
    {
        await using var command = database.Everywhere(
            _digest,
            new NpgsqlParameter<long> { TypedValue = from },
            new NpgsqlParameter<long> { TypedValue = to },
            new NpgsqlParameter<int> { TypedValue = limit }
        );
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return new Batch(
            await reader.IsDBNullAsync(1, ct) ? from : reader.GetInt64(1),
            reader.GetInt32(0),
            (byte[])reader[2]
        );
    }

    private async Task<List<(long Seq, long From, Batch Batch, byte[] Seal)>> All(CancellationToken ct)
    {
        await using var command = database.Everywhere(
            $"select seq, from_position, to_position, rows, digest, seal from {database.Schema}.audit_seals order by seq"
        );
        List<(long, long, Batch, byte[])> seals = [];
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var batch = new Batch(reader.GetInt64(2), reader.GetInt32(3), (byte[])reader[4]);
            seals.Add((reader.GetInt64(0), reader.GetInt64(1), batch, (byte[])reader[5]));
        }

        return seals;
    }

    private sealed record Batch(long To, int Rows, byte[] Digest);

    private sealed record SealEnd(long Seq, long To, byte[] Seal);
}

/// <param name="Position">The newest row that can be seen.</param>
/// <param name="Oldest">The oldest transaction that still runs.</param>
/// <param name="Next">The first transaction that has not begun.</param>
internal sealed record Horizon(long Position, long Oldest, long Next);
