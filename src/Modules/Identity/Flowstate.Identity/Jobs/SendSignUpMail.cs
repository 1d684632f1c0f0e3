using Flowstate.Identity.Mail;
using Flowstate.Identity.Persistence;
using Flowstate.Identity.Security;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Jobs;

/// <summary>
/// Sends what a sign-up is answered with: the link that finishes it, or word that there is an account. The secret is made
/// here, so that the queue, which operators can look into, never holds it.
/// </summary>
internal sealed class SendSignUpMail(IdentityDbContext db, Letters letters, TimeProvider clock)
{
    // Nobody's letter box is filled by somebody who signs them up again and again.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    public async Task Run(Guid id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var asked = await db.SignUps.SingleOrDefaultAsync(row => row.Id == id && row.ExpiresAt > now, ct);
        if (asked is null || await db.SignUps.AnyAsync(row => row.Email == asked.Email && row.SentAt > now - Pause, ct))
        {
            return;
        }

        if (await db.Users.AnyAsync(row => row.Email == asked.Email, ct))
        {
            await letters.AlreadyHere(asked.Email, ct);
        }
        else
        {
            var (secret, hash) = Secret.New();
            asked.Prepare(hash);
            await db.SaveChangesAsync(ct);
            await letters.Verify(asked.Email, asked.Name, secret, ct);
        }

        // After it: a mail server that was away is tried again.
        asked.Send(now);
        await db.SaveChangesAsync(ct);
    }
}
