using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Flowstate.Shared.Messaging.Transports;

/// <summary>
/// Reads the streams a module hears into its inbox: XREADGROUP → Accept → XACK. Only the leader reads, since two
/// readers of one group would take batches past each other and lose the order of a key. What an earlier leader had
/// read but not acknowledged is claimed first (XAUTOCLAIM).
/// </summary>
internal sealed class RedisStreamReader(
    IInbox inbox,
    ModuleDatabase database,
    IConnectionMultiplexer redis,
    IOptions<MessagingOptions> options,
    ILogger<RedisStreamReader> log
) : BackgroundService
{
    private const int BatchSize = 200;
    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(50);
    private readonly string _group = $"flowstate:{inbox.Module}";
    private DateTimeOffset _trimAfter;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        inbox.Producers.Count == 0
            ? Task.CompletedTask
            : Leadership.Hold(
                database,
                "reader",
                $"{inbox.Module}_reader",
                Lead,
                options.Value.Poll,
                log,
                stoppingToken
            );

    private async Task Lead(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                foreach (var producer in inbox.Producers)
                {
                    await CreateGroup(RedisStreamTransport.Stream(producer));
                    await TakeOver(RedisStreamTransport.Stream(producer), ct);
                }

                await ReadOn(ct);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                log.LogWarning(exception, "Reading the streams of {Module} failed", inbox.Module);
                await Task.Delay(options.Value.Backoff, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ReadOn(CancellationToken ct)
    {
        var db = redis.GetDatabase();
        while (!ct.IsCancellationRequested)
        {
            var read = 0;
            foreach (var stream in inbox.Producers.Select(RedisStreamTransport.Stream))
            {
                var entries = await db.StreamReadGroupAsync(stream, _group, inbox.Module, ">", BatchSize);
                await Take(stream, entries, ct);
                read += entries.Length;
            }

            if (read == 0)
            {
                // StackExchange.Redis multiplexes one connection, so a blocking read is not to be had.
                await Task.Delay(Idle, ct);
            }
        }
    }

    private async Task TakeOver(RedisKey stream, CancellationToken ct)
    {
        var from = (RedisValue)"0-0";
        do
        {
            var claimed = await redis
                .GetDatabase()
                .StreamAutoClaimAsync(stream, _group, inbox.Module, 0, from, BatchSize);
            await Take(stream, claimed.ClaimedEntries, ct);
            from = claimed.NextStartId;
        } while (from != "0-0");
    }

    private async Task Take(RedisKey stream, StreamEntry[] entries, CancellationToken ct)
    {
        var kept = entries.Where(entry => !entry.IsNull).ToArray();
        if (kept.Length == 0)
        {
            return;
        }

        await inbox.Accept([.. kept.Select(RedisStreamTransport.Read)], ct);
        await redis.GetDatabase().StreamAcknowledgeAsync(stream, _group, [.. kept.Select(entry => entry.Id)]);
        await Trim(stream);
    }

    private async Task CreateGroup(RedisKey stream)
    {
        try
        {
            await redis.GetDatabase().StreamCreateConsumerGroupAsync(stream, _group, "0-0", createStream: true);
        }
        catch (RedisServerException exists) when (exists.Message.StartsWith("BUSYGROUP", StringComparison.Ordinal))
        {
            // Another host or an earlier start made it.
        }
    }

    /// <summary>Forgets what every group has acknowledged: never by length, which would drop what a slow group lacks.</summary>
    private async Task Trim(RedisKey stream)
    {
        var now = TimeProvider.System.GetUtcNow();
        if (now < _trimAfter)
        {
            return;
        }

        _trimAfter = now.AddSeconds(30);
        var db = redis.GetDatabase();
        var groups = await db.StreamGroupInfoAsync(stream);
        if (groups.Any(group => group.PendingMessageCount > 0))
        {
            return;
        }

        var oldest = groups
            .Select(group => group.LastDeliveredId ?? "0-0")
            .OrderBy(id => long.Parse(id.Split('-')[0], System.Globalization.CultureInfo.InvariantCulture))
            .FirstOrDefault();
        if (oldest is not null)
        {
            await db.ExecuteAsync("XTRIM", stream, "MINID", "~", oldest);
        }
    }
}
