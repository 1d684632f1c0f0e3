using System.Security.Cryptography;
using System.Text;
using Flowstate.Identity.Domain;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Limits;
using Flowstate.Shared.Slices;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Flowstate.Identity.Security;

/// <summary>
/// Nobody's letter box is filled by invitations: an address gets one a minute from a workspace and ten a day from all of
/// them, and a workspace sends so many a day.
/// </summary>
internal sealed class InvitationLimit(
    RateLimits limits,
    CurrentUser current,
    IHttpContextAccessor accessor,
    IOptions<SignInOptions> options
)
{
    private const int PerAddress = 10;

    // A sliding window frees a single permit when the next one is over: two of these make the minute.
    private static readonly TimeSpan HalfAMinute = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static readonly Error TooMany = new(
        ErrorKind.TooManyRequests,
        "identity.too-many-invitations",
        "This address was mailed a moment ago, or enough was sent for today. Try again later."
    );

    /// <summary>Counts a mail; 429 <c>identity.too-many-invitations</c> with <c>Retry-After</c> where it must not go out.</summary>
    public async Task<Error?> Take(string email)
    {
        var (workspace, address) = ($"{current.WorkspaceId:N}", EmailAddress.Normalise(email));
        var verdict = await limits.Take(
            new Limit("invitation", Hash($"{workspace} {address}"), 1, HalfAMinute),
            new Limit("invited", Hash(address), PerAddress, Day),
            new Limit("inviting", workspace, options.Value.InvitationsPerDay, Day)
        );
        if (verdict.Allowed)
        {
            return null;
        }

        accessor.HttpContext!.Tell(verdict);
        return TooMany;
    }

    private static string Hash(string who) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(who)));
}
