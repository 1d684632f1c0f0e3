using Flowstate.Shared.Limits;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Flowstate.Identity.Security;

/// <summary>
/// So many keys that nobody has may a remote address have looked up; then it is stopped before the database. Only a look-up
/// tells a guess from a key, so it is counted afterwards: a program that starts with a hundred requests at once is none.
/// </summary>
internal sealed class KeyGuesses(RateLimits limits, IOptions<SignInOptions> options, TimeProvider clock) : IDisposable
{
    // What was counted too much, so that it need not be counted to be refused.
    private readonly MemoryCache _stopped = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    // No sliding window waits longer.
    private static readonly MemoryCacheEntryOptions Kept = new()
    {
        Size = 1,
        AbsoluteExpirationRelativeToNow = LimitOptions.Window * 2,
    };

    /// <summary>Not allowed while the address is stopped on this host; nothing is counted.</summary>
    public Verdict Look(string remote)
    {
        var left = _stopped.TryGetValue(remote, out DateTimeOffset until) ? until - clock.GetUtcNow() : TimeSpan.Zero;
        return new Verdict(left <= TimeSpan.Zero, options.Value.NewKeysPerMinute, 0, left);
    }

    public async ValueTask<Verdict> Count(string remote)
    {
        var verdict = await limits.Take(
            new Limit("new-key", remote, options.Value.NewKeysPerMinute, LimitOptions.Window)
        );
        if (!verdict.Allowed)
        {
            _stopped.Set(remote, clock.GetUtcNow() + verdict.Reset, Kept);
        }

        return verdict;
    }

    public void Dispose() => _stopped.Dispose();
}
