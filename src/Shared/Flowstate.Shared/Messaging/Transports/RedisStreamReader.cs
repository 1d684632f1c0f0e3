using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Flowstate.Shared.Messaging.Transports;

/// <summary>
/// Reads the streams a module hears into its inbox: XREADGROUP → Accept → XACK. Only the leader reads, since two
/// readers of one group would take batches past each other and lose the order of a key. What an earlier leader had
/// read but not acknowledged is claimed (XAUTOCLAIM) before anything later is accepted.
/// </summary>
internal sealed class RedisStreamReader(
    IInbox inbox,
    ModuleDatabase database,
    IConnectionMultiplexer redis,
    IOptions<MessagingOptions> options,
    ILogger<RedisStreamReader> log
) : BackgroundService
{
    private const int BatchSize = 100;
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
            catch (Exception exception) when (!ct.IsCancellationRequested)
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
                if (await IsFirstPending(stream, entries))
                {
                    await Take(stream, entries, ct);
                }
                else
                {
                    await TakeOver(stream, ct);
                }

                read += entries.Length;
            }

            await Trim();

            if (read == 0)
            {
                // StackExchange.Redis multiplexes one connection, so a blocking read is not to be had.
                await Task.Delay(Idle, ct);
            }
        }
    }

    // An earlier leader that has not noticed its end may have read what comes before these: then all go in order.
    private async Task<bool> IsFirstPending(RedisKey stream, StreamEntry[] entries) =>
        entries.Length == 0
        || (await redis.GetDatabase().StreamPendingAsync(stream, _group)).LowestPendingMessageId == entries[0].Id;

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

        await inbox.Accept([.. kept.Select(Read).OfType<EventEnvelope>()], ct);
        await redis.GetDatabase().StreamAcknowledgeAsync(stream, _group, [.. kept.Select(entry => entry.Id)]);
    }

    private EventEnvelope? Read(StreamEntry entry)
    {
        try
        {
            return RedisStreamTransport.Read(entry);
        }
        catch (Exception exception) when (exception is KeyNotFoundException or FormatException or ArgumentException)
        {
            // No relay wrote it, and waiting would not make it an event: it must not stop those behind it.
            log.LogError(exception, "Entry {Entry} in a stream of {Module} is not an event", entry.Id, inbox.Module);
            return null;
        }
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
    private async Task Trim()
    {
        var now = TimeProvider.System.GetUtcNow();
        if (now < _trimAfter)
        {
            return;
        }

        _trimAfter = now + options.Value.TrimEvery;
        var db = redis.GetDatabase();
        foreach (var stream in inbox.Producers.Select(RedisStreamTransport.Stream))
        {
            var groups = await db.StreamGroupInfoAsync(stream);
            var needed = await Task.WhenAll(groups.Select(group => OldestNeeded(db, stream, group)));
            await db.ExecuteAsync("XTRIM", stream, "MINID", "~", needed.MinBy(Parts)!);
        }
    }

    private static async Task<string> OldestNeeded(IDatabase db, RedisKey stream, StreamGroupInfo group) =>
        group.PendingMessageCount > 0
        && await db.StreamPendingAsync(stream, group.Name) is { LowestPendingMessageId: { IsNull: false } pending }
            ? pending.ToString()
            : group.LastDeliveredId ?? "0-0";

    // Entries of one batch share the millisecond, so the second part decides.
    private static (ulong Milliseconds, ulong Sequence) Parts(string id) =>
        id.Split('-') is [var milliseconds, var sequence]
            ? (
                ulong.Parse(milliseconds, CultureInfo.InvariantCulture),
                ulong.Parse(sequence, CultureInfo.InvariantCulture)
            )
            : default;
}
