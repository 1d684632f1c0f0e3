using Flowstate.Identity.Domain;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Limits;
using Flowstate.Shared.Slices;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Flowstate.Identity.Security;

/// <summary>
/// Nobody's letter box is filled by invitations: an address gets one a minute from a workspace, one a day from each and ten
/// more from all of them, and a workspace sends so many a day.
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
    private static readonly TimeSpan HalfADay = TimeSpan.FromHours(12);

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
        var both = AttemptLimit.Hash($"{workspace} {address}");
        var minute = new Limit("invitation", both, 1, HalfAMinute);
        var most = new Limit("inviting", workspace, options.Value.InvitationsPerDay, Day);
        // The day's first is no other workspace's to use up: a stranger could keep somebody from being invited.
        var first = await limits.Take(minute, new Limit("first-invitation", both, 1, HalfADay), most);
        var verdict = first.Allowed
            ? first
            : await limits.Take(minute, new Limit("invited", AttemptLimit.Hash(address), PerAddress, Day), most);
        if (verdict.Allowed)
        {
            return null;
        }

        accessor.HttpContext!.Tell(verdict);
        return TooMany;
    }
}
