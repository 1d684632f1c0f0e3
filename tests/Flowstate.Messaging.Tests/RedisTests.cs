using System.Globalization;
using System.Text.Json;
using Flowstate.Meters;
using Flowstate.Shared.Messaging;
using Flowstate.Testing;
using StackExchange.Redis;

namespace Flowstate.Messaging.Tests;

public class RedisTests
{
    private const string Meters = "flowstate:events:meters";

    [Fact]
    public async Task A_redis_that_is_killed_and_comes_back_loses_and_reorders_nothing()
    {
        await using var redis = await RedisServer.Start();
        await using var books = await Books.Open(Books.RedisStream, redis.ConnectionString);
        await using var node = await books.StartNode();
        for (var kill = 0; kill < 3; kill++)
        {
            var ticking = books.Tick(20, 15);
            await Task.Delay(60, TestContext.Current.CancellationToken);
            await redis.Kill();
            await ticking;
            await Task.Delay(300, TestContext.Current.CancellationToken);
            await redis.Restart();
            await books.Tick(20, 2);
        }

        await books.AllHandledOnceInOrder();
    }

    [Fact]
    public async Task A_stream_forgets_what_all_have_acknowledged_and_nothing_else()
    {
        await using var redis = await RedisServer.Start();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(
            $"{redis.ConnectionString},allowAdmin=true"
        );
        var db = connection.GetDatabase();
        // Whole nodes of a stream are dropped at once: small ones show an early drop.
        await db.ExecuteAsync("CONFIG", "SET", "stream-node-max-entries", "1");
        await db.StreamCreateConsumerGroupAsync(Meters, "slow", "0-0");
        await using var books = await Books.Open(Books.RedisStream, redis.ConnectionString);
        await using var node = await books.StartNode(null, "--Messaging:TrimEvery=00:00:00");
        await books.Tick(30, 10);
        await books.AllHandledOnceInOrder();
        List<RedisValue> heard = [];

        // Half of a batch, which shares its millisecond, is read; of that, only the later part is acknowledged.
        var taken = await db.StreamReadGroupAsync(Meters, "slow", "one", ">", 47);
        await db.StreamAcknowledgeAsync(Meters, "slow", [.. taken[20..].Select(entry => entry.Id)]);
        await books.Tick(30, 1);
        await books.AllHandledOnceInOrder();
        await Task.Delay(300, TestContext.Current.CancellationToken);
        (await db.StreamRangeAsync(Meters, "-", "+", 1)).Single().Id.ShouldBe(taken[0].Id);
        heard.AddRange(taken.Select(entry => entry["id"]));

        await db.StreamAcknowledgeAsync(Meters, "slow", [.. taken.Select(entry => entry.Id)]);
        await Trimmed(330 - 46);
        var rest = await db.StreamReadGroupAsync(Meters, "slow", "one", ">", 1000);
        heard.AddRange(rest.Select(entry => entry["id"]));
        heard.Distinct().Count().ShouldBe(330);

        await db.StreamAcknowledgeAsync(Meters, "slow", [.. rest.Select(entry => entry.Id)]);
        await Trimmed(1);

        // In several rounds: each may drop only so many.
        async Task Trimmed(long length)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            while (await db.StreamLengthAsync(Meters) > length)
            {
                await Task.Delay(50, limit.Token);
            }

            (await db.StreamLengthAsync(Meters)).ShouldBe(length);
        }
    }

    [Fact]
    public async Task A_group_that_stands_in_the_middle_of_a_batch_keeps_the_rest_of_it()
    {
        await using var redis = await RedisServer.Start();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(
            $"{redis.ConnectionString},allowAdmin=true"
        );
        var db = connection.GetDatabase();
        await db.ExecuteAsync("CONFIG", "SET", "stream-node-max-entries", "1");
        await db.StreamCreateConsumerGroupAsync(Meters, "slow", "0-0");
        await using var books = await Books.Open(Books.RedisStream, redis.ConnectionString);
        await books.Tick(30, 1);
        await using var node = await books.StartNode(null, "--Messaging:TrimEvery=00:00:00");
        await books.AllHandledOnceInOrder();

        // The thirty share their millisecond: only the second part of an id tells how far a group is.
        var taken = await db.StreamReadGroupAsync(Meters, "slow", "one", ">", 10);
        await db.StreamAcknowledgeAsync(Meters, "slow", [.. taken.Select(entry => entry.Id)]);
        await books.Tick(1, 1);
        await books.AllHandledOnceInOrder();
        await Task.Delay(500, TestContext.Current.CancellationToken);

        (await db.StreamReadGroupAsync(Meters, "slow", "one", ">", 100)).Length.ShouldBe(21);
    }

    [Fact]
    public async Task What_an_old_leader_has_read_but_not_taken_in_goes_before_what_came_later()
    {
        var address = await SharedRedis.NextDatabase();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(address);
        var db = connection.GetDatabase();
        await using var books = await Books.Open(Books.RedisStream, address);
        await using var node = await books.StartNode();
        await books.Until("select exists (select 1 from pg_stat_activity where query = 'listen ledger_reader')");
        var meter = Guid.CreateVersion7();
        for (var number = 1; number <= 20; number += 2)
        {
            // In one step, so that the node cannot be quicker than its rival.
            var rival = db.CreateTransaction();
            _ = rival.StreamAddAsync(Meters, Entry(books.Workspace, meter, number));
            _ = rival.StreamReadGroupAsync(Meters, "flowstate:ledger", "old leader", ">", 10);
            (await rival.ExecuteAsync()).ShouldBeTrue();
            await db.StreamAddAsync(Meters, Entry(books.Workspace, meter, number + 1));
            await books.Until($"select count(*) >= {number + 1} from ledger.entries");
        }

        (await books.Scalar<long[]>("select array_agg(number order by id) from ledger.entries")).ShouldBe(
            Enumerable.Range(1, 20).Select(number => (long)number)
        );
    }

    [Fact]
    public async Task What_is_no_event_does_not_stop_the_events_behind_it()
    {
        var address = await SharedRedis.NextDatabase();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(address);
        await using var books = await Books.Open(Books.RedisStream, address);
        await connection.GetDatabase().StreamAddAsync(Meters, "nonsense", "yes");
        await connection.GetDatabase().StreamAddAsync(Meters, "id", "not a uuid");
        await using var node = await books.StartNode();

        await books.Tick(2, 2);

        await books.AllHandledOnceInOrder();
    }

    private static NameValueEntry[] Entry(Guid workspace, Guid meter, long number)
    {
        var at = TimeProvider.System.GetUtcNow();
        var payload = JsonSerializer.Serialize(
            new MeterTicked(workspace, meter, number, at, number),
            EventJson.Options
        );
        return
        [
            new("id", Guid.CreateVersion7().ToString()),
            new("name", "meters.ticked.v1"),
            new("key", meter.ToString()),
            new("version", number),
            new("workspace", workspace.ToString()),
            new("payload", payload),
            new("at", at.ToString("O", CultureInfo.InvariantCulture)),
        ];
    }
}
