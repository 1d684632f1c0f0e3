using System.Text.Json;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;
using ZiggyCreatures.Caching.Fusion;
using ZiggyCreatures.Caching.Fusion.Backplane;
using ZiggyCreatures.Caching.Fusion.Serialization;

namespace Flowstate.Shared.Caching;

// Stand-ins for the packages ZiggyCreatures.FusionCache.Serialization.SystemTextJson and
// ZiggyCreatures.FusionCache.Backplane.StackExchangeRedis: replace the file by them (docs/adr/0009).

internal sealed class JsonFusionCacheSerializer : IFusionCacheSerializer
{
    public byte[] Serialize<T>(T? obj) => JsonSerializer.SerializeToUtf8Bytes(obj);

    public T? Deserialize<T>(byte[] data) => JsonSerializer.Deserialize<T>(data);

    public ValueTask<byte[]> SerializeAsync<T>(T? obj, CancellationToken token = default) =>
        ValueTask.FromResult(Serialize(obj));

    public ValueTask<T?> DeserializeAsync<T>(byte[] data, CancellationToken token = default) =>
        ValueTask.FromResult(Deserialize<T>(data));
}

internal sealed class RedisFusionCacheBackplane(IConnectionMultiplexer redis, ILogger<RedisFusionCacheBackplane> log)
    : IFusionCacheBackplane
{
    private BackplaneSubscriptionOptions? _options;
    private RedisChannel _channel;

    public void Subscribe(BackplaneSubscriptionOptions options)
    {
        Prepare(options);
        redis.GetSubscriber().Subscribe(_channel, (_, message) => Receive(message));
        options.ConnectHandler?.Invoke(new BackplaneConnectionInfo(false));
    }

    public async ValueTask SubscribeAsync(BackplaneSubscriptionOptions options)
    {
        Prepare(options);
        await redis.GetSubscriber().SubscribeAsync(_channel, (_, message) => Receive(message));
        if (options.ConnectHandlerAsync is { } connected)
        {
            await connected(new BackplaneConnectionInfo(false));
        }
    }

    public void Unsubscribe()
    {
        redis.ConnectionRestored -= Restored;
        redis.GetSubscriber().Unsubscribe(_channel);
        _options = null;
    }

    public async ValueTask UnsubscribeAsync()
    {
        redis.ConnectionRestored -= Restored;
        await redis.GetSubscriber().UnsubscribeAsync(_channel);
        _options = null;
    }

    public void Publish(BackplaneMessage message, FusionCacheEntryOptions options, CancellationToken token = default) =>
        redis.GetSubscriber().Publish(_channel, BackplaneMessage.ToByteArray(message));

    public async ValueTask PublishAsync(
        BackplaneMessage message,
        FusionCacheEntryOptions options,
        CancellationToken token = default
    ) => await redis.GetSubscriber().PublishAsync(_channel, BackplaneMessage.ToByteArray(message)).WaitAsync(token);

    private void Prepare(BackplaneSubscriptionOptions options)
    {
        _options = options;
        _channel = RedisChannel.Literal(
            options.ChannelName ?? throw new InvalidOperationException("The backplane has no channel name.")
        );
        redis.ConnectionRestored += Restored;
    }

    // What was published while we were away is lost: FusionCache must hear that we are back.
    private void Restored(object? sender, ConnectionFailedEventArgs args)
    {
        if (args.ConnectionType == ConnectionType.Subscription)
        {
            _options?.ConnectHandler?.Invoke(new BackplaneConnectionInfo(true));
        }
    }

    private void Receive(RedisValue value)
    {
        try
        {
            if (BackplaneMessage.FromByteArray((byte[])value!) is { } message)
            {
                _options?.IncomingMessageHandler?.Invoke(message);
            }
        }
        catch (Exception exception)
        {
            log.LogWarning(exception, "A cache message could not be read");
        }
    }
}
