using System.Buffers.Binary;
using System.Security.Cryptography;
using Flowstate.Shared.Messaging;

namespace Flowstate.Shared.Audit;

/// <summary>A seal as it lies in the database.</summary>
/// <param name="Renewed">The digest of the second version that a seal of the first was given later.</param>
internal sealed record Link(long Seq, long From, SealedRows Batch, byte[] Seal, int Version, Renewal? Renewed);

internal sealed record Renewal(byte[] Digest, byte[] Seal);

internal sealed record SealEnd(long Seq, long To, byte[] Seal);

/// <summary>The seals of a module's log, each made over the one before it with the key.</summary>
internal sealed class AuditChain(ModuleDatabase database, AuditKey key)
{
    private readonly string _last =
        $"select seq, to_position, seal from {database.Schema}.audit_seals order by seq desc limit 1";

    public async Task<List<Link>> All(CancellationToken ct)
    {
        await using var command = database.Everywhere(
            $"""
            select s.seq, s.from_position, s.to_position, s.rows, s.digest, s.seal, s.version, r.digest, r.seal
            from {database.Schema}.audit_seals s left join {database.Schema}.audit_renewals r on r.seq = s.seq order by s.seq
            """
        );
        List<Link> seals = [];
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            seals.Add(
                new Link(
                    reader.GetInt64(0),
                    reader.GetInt64(1),
                    new SealedRows(reader.GetInt64(2), reader.GetInt32(3), (byte[])reader[4]),
                    (byte[])reader[5],
                    reader.GetInt32(6),
                    await reader.IsDBNullAsync(7, ct) ? null : new Renewal((byte[])reader[7], (byte[])reader[8])
                )
            );
        }

        return seals;
    }

    public async Task<SealEnd> Last(CancellationToken ct)
    {
        await using var command = database.Everywhere(_last);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct)
            ? new SealEnd(reader.GetInt64(0), reader.GetInt64(1), (byte[])reader[2])
            : new SealEnd(0, 0, []);
    }

    public bool Made(byte[] previous, Link seal) =>
        Of(previous, seal.From, seal.Batch).AsSpan().SequenceEqual(seal.Seal)
        && (seal.Renewed is not { } renewed || Vouch(seal.Seal, renewed.Digest).AsSpan().SequenceEqual(renewed.Seal));

    // 64 bytes: never what a link of the chain is made over.
    public byte[] Vouch(byte[] seal, byte[] digest) => HMACSHA256.HashData(key.Bytes, (byte[])[.. seal, .. digest]);

    public byte[] Of(byte[] previous, long from, SealedRows batch)
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
}
