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
    public Task<bool> Waits(string email, CancellationToken ct)
    {
        var (key, now) = (KeyOf(email), clock.GetUtcNow());
        return db.FailedSignIns.AnyAsync(row => row.AddressHash == key && row.WaitsUntil > now, ct);
    }

    /// <summary>
    /// One statement, so that failures at once are all counted; run for an address that waits as well, where it changes
    /// nothing, so that waiting is not told by less work.
    /// </summary>
    public Task CountFailure(string email, CancellationToken ct)
    {
        var (key, now) = (KeyOf(email), clock.GetUtcNow());
        var yesterday = now.AddDays(-1);
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into identity.failed_sign_ins as known (address_hash, count, last_at) values ({key}, 1, {now})
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

    /// <summary>Whoever knows the password, or reads the address's mail, waits no longer.</summary>
    public Task Lift(string email, CancellationToken ct)
    {
        byte[][] keys = [KeyOf(email), HashOf(email, [])];
        return db.FailedSignIns.Where(row => keys.Contains(row.AddressHash)).ExecuteDeleteAsync(ct);
    }

    private byte[] KeyOf(string email) => HashOf(email, device.Of(email) ?? []);

    private static byte[] HashOf(string email, byte[] device) =>
        SHA256.HashData([.. Encoding.UTF8.GetBytes(email), .. device]);
}
