using Flowstate.Shared.Messaging;
using Npgsql;

namespace Flowstate.Shared.Audit;

/// <summary>
/// Gives each seal of the first version that holds a second digest, vouched for with the key: the chain stays as it was noted
/// elsewhere, and its rows can be emptied from then on. One that is broken stays what it is.
/// </summary>
internal sealed class AuditRenewal(ModuleDatabase database, AuditKey key)
{
    private readonly AuditDigest _digest = new(database);
    private readonly AuditChain _chain = new(database, key);

    public async Task Run(CancellationToken ct)
    {
        foreach (var seal in (await _chain.All(ct)).Where(seal => seal is { Version: 1, Renewed: null }))
        {
            var found = await _digest.Of(seal.Version, seal.From, seal.Batch.To, int.MaxValue, ct);
            if (!found.Digest.AsSpan().SequenceEqual(seal.Batch.Digest))
            {
                continue;
            }

            var digest = (await _digest.Of(AuditDigest.Version, seal.From, seal.Batch.To, int.MaxValue, ct)).Digest;
            await using var insert = database.Everywhere(
                $"insert into {database.Schema}.audit_renewals (seq, digest, seal) values ($1, $2, $3) on conflict do nothing",
                new NpgsqlParameter<long> { TypedValue = seal.Seq },
                new NpgsqlParameter<byte[]> { TypedValue = digest },
                new NpgsqlParameter<byte[]> { TypedValue = _chain.Vouch(seal.Seal, digest) }
            );
            await insert.ExecuteNonQueryAsync(ct);
        }

        // Every time: who failed here before has renewed its seals already.
        await using var empty = database.Everywhere(
            $"""
            do $$ begin
              if to_regprocedure('{database.Schema}.empty_audit(uuid[])') is not null then
                perform {database.Schema}.empty_audit(null);
              end if;
            end $$
            """
        );
        await empty.ExecuteNonQueryAsync(ct);
    }
}
