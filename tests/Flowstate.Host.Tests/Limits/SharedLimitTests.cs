using System.Diagnostics;
using System.Net;
using Flowstate.Testing;

namespace Flowstate.Host.Tests.Limits;

/// <summary>Alone, since a host that gets no time for a second takes Redis for lost, and counts by itself.</summary>
[CollectionDefinition(nameof(SharedLimitTests), DisableParallelization = true)]
[Collection(nameof(SharedLimitTests))]
public sealed class SharedLimitTests
{
    private static readonly TestMember Ana = TestMember.New();

    [Fact]
    public async Task A_thousand_requests_at_once_to_two_hosts_get_exactly_the_limit()
    {
        await using var redis = await RedisServer.Start();
        await using var first = await Start(redis, 123, Patient);
        await using var second = await Start(redis, 123, Patient);

        var answers = await LimitedHost.Storm(1_000, first.As(Ana), second.As(Ana));

        answers[HttpStatusCode.OK].ShouldBe(123);
        answers[HttpStatusCode.TooManyRequests].ShouldBe(877);
    }

    [Fact]
    public async Task A_thousand_requests_at_once_to_one_host_get_exactly_the_limit()
    {
        await using var host = await LimitedHost.Start(("Limits:UserPerMinute", "123"));

        (await LimitedHost.Storm(1_000, host.As(Ana)))[HttpStatusCode.OK].ShouldBe(123);
    }

    [Fact]
    public async Task While_redis_is_away_every_host_limits_alone_and_nobody_waits_for_it()
    {
        await using var redis = await RedisServer.Start();
        await using var host = await Start(redis, 20);
        using var ana = host.As(Ana);
        (await LimitedHost.Storm(15, ana)).ShouldBe(new() { [HttpStatusCode.OK] = 15 });

        var storm = LimitedHost.Storm(100, ana);
        await redis.Kill();
        (await storm).Keys.ShouldBeSubsetOf([HttpStatusCode.OK, HttpStatusCode.TooManyRequests]);

        // The counters of this host alone: whatever the storm left, the limit ends it.
        var away = Stopwatch.StartNew();
        var answers = await LimitedHost.Storm(200, ana);
        answers.GetValueOrDefault(HttpStatusCode.OK).ShouldBeLessThanOrEqualTo(20);
        answers[HttpStatusCode.TooManyRequests].ShouldBeGreaterThanOrEqualTo(180);
        away.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(3));

        await redis.Restart();
        await using var other = await Start(redis, 20);
        await Machine.Until(async () =>
            TestMember.New() is var fresh && await AreShared(host.As(fresh), other.As(fresh))
        );
    }

    // A redis-server that hangs is worse than one that is gone: its connections stay.
    [Fact]
    public async Task A_redis_that_hangs_costs_a_moment_once()
    {
        await using var redis = await RedisServer.Start();
        await using var host = await Start(redis, 5);
        using var ana = host.As(Ana);
        await LimitedHost.Storm(1, ana);
        Machine.Signal("STOP", redis.ProcessId);
        try
        {
            var first = Stopwatch.StartNew();
            await LimitedHost.Storm(1, ana);
            first.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2));

            var later = Stopwatch.StartNew();
            for (var request = 0; request < 20; request++)
            {
                await LimitedHost.Storm(1, ana);
            }

            later.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(1));
            (await LimitedHost.Storm(1, ana)).Keys.ShouldBe([HttpStatusCode.TooManyRequests]);
        }
        finally
        {
            Machine.Signal("CONT", redis.ProcessId);
        }
    }

    // Two hosts that count together see each other's requests in what is left.
    private static async Task<bool> AreShared(HttpClient one, HttpClient two) =>
        (await Left(one), await Left(two)) is (19, 18);

    private static async Task<int> Left(HttpClient client)
    {
        using var answer = await client.GetAsync("/api/v1/ping");
        return int.Parse(
            answer.Headers.GetValues("RateLimit-Remaining").Single(),
            System.Globalization.CultureInfo.InvariantCulture
        );
    }

    // A host that gets no time for a second would take Redis for lost, and count by itself.
    private static readonly (string, string) Patient = ("Limits:RedisPatience", "00:01:00");

    private static Task<LimitedHost> Start(RedisServer redis, int permits, params (string, string)[] more) =>
        LimitedHost.Start([
            ("ConnectionStrings:Redis", redis.ConnectionString),
            ("Limits:UserPerMinute", $"{permits}"),
            .. more,
        ]);
}
