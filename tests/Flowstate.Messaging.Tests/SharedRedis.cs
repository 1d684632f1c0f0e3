using System.Globalization;
using Flowstate.Testing;

namespace Flowstate.Messaging.Tests;

/// <summary>One redis-server for all tests that do not kill it; each gets a database number of its own.</summary>
internal static class SharedRedis
{
    private static readonly Lazy<Task<RedisServer>> Server = new(RedisServer.Start);
    private static int _used;

    public static async Task<string> NextDatabase()
    {
        var number = Interlocked.Increment(ref _used);
        number.ShouldBeLessThan(16, "a redis-server has sixteen databases");
        var server = await Server.Value;
        return string.Create(CultureInfo.InvariantCulture, $"{server.ConnectionString},defaultDatabase={number}");
    }
}
