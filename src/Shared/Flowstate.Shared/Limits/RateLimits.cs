using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Flowstate.Shared.Limits;

/// <summary>
/// Counts against limits: in Redis where it is configured, in this process otherwise and while Redis is away. A lost
/// Redis costs the requests under way a second at most, later ones nothing; it never means "no limit".
/// </summary>
public sealed class RateLimits(
    TimeProvider clock,
    ILogger<RateLimits> log,
    IOptions<LimitOptions> options,
    IConnectionMultiplexer? redis = null
)
{
    private readonly MemoryWindows _memory = new(clock);
    private readonly RedisWindows? _redis = redis is null ? null : new RedisWindows(redis);
    private int _away;

    /// <summary>Takes one permit of each limit, or of none where one has nothing left.</summary>
    public ValueTask<Verdict> Take(params ReadOnlySpan<Limit> limits) =>
        _redis is { IsConnected: true } && Volatile.Read(ref _away) == 0
            ? new ValueTask<Verdict>(TakeShared(_redis, limits.ToArray()))
            : ValueTask.FromResult(_memory.Take(limits));

    private async Task<Verdict> TakeShared(RedisWindows shared, Limit[] limits)
    {
        var taking = shared.Take(limits);
        try
        {
            return await taking.WaitAsync(options.Value.RedisPatience);
        }
        catch (TimeoutException) when (taking.IsCompletedSuccessfully)
        {
            // It was this process that was busy.
            return await taking;
        }
        catch (Exception lost) when (lost is RedisException or TimeoutException)
        {
            if (Interlocked.Exchange(ref _away, 1) == 0)
            {
                log.LogWarning(lost, "Redis does not answer: limits are counted per host until it does");
                _ = WaitForRedis(shared);
            }

            return _memory.Take(limits);
        }
    }

    // Nobody's request is the one that finds out.
    private async Task WaitForRedis(RedisWindows shared)
    {
        while (true)
        {
            await Task.Delay(options.Value.RedisPatience / 4);
            try
            {
                await shared.Ping().WaitAsync(options.Value.RedisPatience);
                break;
            }
            catch (Exception still) when (still is RedisException or TimeoutException) { }
            catch (ObjectDisposedException)
            {
                return;
            }
        }

        Volatile.Write(ref _away, 0);
        log.LogInformation("Redis answers again: limits are shared by all hosts");
    }
}
