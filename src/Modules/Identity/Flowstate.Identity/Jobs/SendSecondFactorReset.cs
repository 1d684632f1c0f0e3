using Flowstate.Identity.Mail;
using Flowstate.Identity.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Jobs;

/// <summary>Tells a person that somebody took their second factor off, so that one who was not asked notices.</summary>
internal sealed class SendSecondFactorReset(IdentityDbContext db, Letters letters)
{
    public async Task Run(Guid userId, string by, CancellationToken ct)
    {
        var email = await db.Users.Where(row => row.Id == userId).Select(row => row.Email).SingleOrDefaultAsync(ct);
        if (email is not null)
        {
            await letters.SecondFactorReset(email, by, ct);
        }
    }
}
