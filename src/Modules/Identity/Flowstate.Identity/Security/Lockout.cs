using System.Security.Cryptography;
using System.Text;
using Flowstate.Identity.Domain;
using Flowstate.Identity.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Security;

/// <summary>
/// After ten wrong passwords in a row a mail address waits, a minute first and at most fifteen, from wherever they came; a
/// device that it signed in from before is counted by itself and does not wait with the others.
/// What is tried while it waits does not count, or a stranger could keep its owner out for good.
/// </summary>
internal sealed class Lockout(IdentityDbContext db, KnownDevice device, TimeProvider clock)
{
    /// <summary>
    /// Where this request's wrong passwords are counted: with the device that it comes from, where that is known, or else
    /// with the address.
    /// </summary>
    /// <param name="passwordHash">Null where nobody has the address.</param>
    public byte[] CounterOf(string email, string? passwordHash) => HashOf(email, device.Of(email, passwordHash) ?? []);

    public static byte[] AddressCounterOf(string email) => HashOf(email, []);

    public Task<bool> Waits(byte[] counter, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.FailedSignIns.AnyAsync(row => row.AddressHash == counter && row.WaitsUntil > now, ct);
    }

    /// <summary>
    /// One statement, so that failures at once are all counted; run for an address that waits as well, where it changes
    /// nothing, so that waiting is not told by less work.
    /// </summary>
    public Task CountFailure(byte[] counter, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var yesterday = now.AddDays(-1);
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into identity.failed_sign_ins as known (address_hash, count, last_at) values ({counter}, 1, {now})
            on conflict (address_hash) do update set
              count = case when known.last_at < {yesterday} then 1 else known.count + 1 end,
              last_at = {now},
              waits_until = case when known.last_at >= {yesterday} and known.count + 1 >= {FailedSignIns.Allowed}
                then {now} + least(interval '15 minutes',
                  interval '1 minute' * power(2, least(known.count + 1 - {FailedSignIns.Allowed}, 4))) end
            where known.waits_until is null or known.waits_until <= {now}
            """,
            ct
        );
    }

    /// <summary>
    /// For whoever showed that they know the password, or read the address's mail. No other counter: a sign-in by a known
    /// device gives strangers who guess no new tries.
    /// </summary>
    public Task Lift(byte[] counter, CancellationToken ct) =>
        db.FailedSignIns.Where(row => row.AddressHash == counter).ExecuteDeleteAsync(ct);

    private static byte[] HashOf(string email, byte[] device) =>
        SHA256.HashData([.. Encoding.UTF8.GetBytes(email), .. device]);
}
