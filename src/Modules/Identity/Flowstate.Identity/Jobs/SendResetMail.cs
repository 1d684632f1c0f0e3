using Flowstate.Identity.Mail;
using Flowstate.Identity.Persistence;
using Flowstate.Identity.Security;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Jobs;

/// <summary>Looks whether anybody has the address, outside of the request, so that its answer tells nothing.</summary>
internal sealed class SendResetMail(IdentityDbContext db, Letters letters, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    public async Task Run(Guid id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var asked = await db.PasswordResets.SingleOrDefaultAsync(row => row.Id == id && row.ExpiresAt > now, ct);
        if (
            asked is null
            || !await db.Users.AnyAsync(row => row.Email == asked.Email, ct)
            || await db.PasswordResets.AnyAsync(row => row.Email == asked.Email && row.SentAt > now - Pause, ct)
        )
        {
            return;
        }

        var (secret, hash) = Secret.New();
        asked.Prepare(hash);
        await db.SaveChangesAsync(ct);
        await letters.ResetPassword(asked.Email, secret, ct);
        // After it: a mail server that was away is tried again.
        asked.Send(now);
        await db.SaveChangesAsync(ct);
    }
}
