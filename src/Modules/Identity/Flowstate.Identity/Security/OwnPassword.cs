using Flowstate.Identity.Domain;
using Flowstate.Identity.Features.Sessions;
using Flowstate.Identity.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Security;

/// <summary>Asked once more where a session alone is not enough: whose it is, by their password.</summary>
internal sealed class OwnPassword(IdentityDbContext db, CurrentUser current, Passwords passwords)
{
    private const string Wrong = "This is not your current password.";

    /// <param name="field">Where the client shows that it is wrong.</param>
    /// <returns>The person; 422 <c>identity.wrong-password</c>, since 401 means "sign in again" to every client.</returns>
    public async Task<Result<User>> Check(string password, string field, CancellationToken ct)
    {
        var user = await db.Users.SingleOrDefaultAsync(row => row.Id == current.MemberId, ct);
        if (user is null)
        {
            return SessionOpener.SessionEnded;
        }

        return await passwords.Verify(password, user.PasswordHash, ct)
            ? user
            : new Error(ErrorKind.Unprocessable, "identity.wrong-password", Wrong)
            {
                Fields = new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [Wrong] },
            };
    }
}
