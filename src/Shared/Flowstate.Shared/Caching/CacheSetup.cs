using Microsoft.Extensions.Caching.StackExchangeRedis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;
using ZiggyCreatures.Caching.Fusion;

namespace Flowstate.Shared.Caching;

public static class CacheSetup
{
    /// <summary>
    /// FusionCache in memory; with <c>ConnectionStrings:Redis</c> also a second level and a backplane there. The short
    /// timeouts are the point: with the defaults a Redis outage blocks the first call for seconds.
    /// </summary>
    public static IHostApplicationBuilder AddCache(this IHostApplicationBuilder builder)
    {
        var cache = builder
            .Services.AddFusionCache()
            .WithDefaultEntryOptions(options =>
            {
                options.Duration = TimeSpan.FromMinutes(5);
                options.IsFailSafeEnabled = true;
                options.DistributedCacheSoftTimeout = TimeSpan.FromMilliseconds(50);
                options.DistributedCacheHardTimeout = TimeSpan.FromMilliseconds(200);
                options.AllowBackgroundDistributedCacheOperations = true;
                options.AllowBackgroundBackplaneOperations = true;
            });
        if (builder.Configuration.GetConnectionString("Redis") is not { Length: > 0 } redis)
        {
            return builder;
        }

        var options = ConfigurationOptions.Parse(redis);
        options.AbortOnConnectFail = false;
        options.ConnectTimeout = options.AsyncTimeout = options.SyncTimeout = 1000;
        builder.Services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect(options));
        cache
            .WithSerializer(new JsonFusionCacheSerializer())
            .WithDistributedCache(provider => new RedisCache(
                new RedisCacheOptions
                {
                    InstanceName = "flowstate:cache:",
                    ConnectionMultiplexerFactory = () =>
                        Task.FromResult(provider.GetRequiredService<IConnectionMultiplexer>()),
                }
            ))
            .WithBackplane(provider => new RedisFusionCacheBackplane(
                provider.GetRequiredService<IConnectionMultiplexer>(),
                provider.GetRequiredService<ILogger<RedisFusionCacheBackplane>>()
            ));
        return builder;
    }
}
