using System.Collections.Concurrent;
using System.Security.Cryptography;
using Flowstate.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Messaging.Tests;

public class FailureTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(Books.InProcess)]
    [InlineData(Books.RedisStream)]
    public async Task Two_thousand_events_of_which_five_percent_fail_at_random_keep_the_order_of_each_key(
        string transport
    )
    {
        await using var books = await Books.Open(transport);
        await using var node = await books.StartNode();
        var failures = 0;
        node.Services.GetRequiredService<Faults>().InHandler = _ =>
            RandomNumberGenerator.GetInt32(100) < 5
                ? throw new InvalidOperationException($"failure {Interlocked.Increment(ref failures)}")
                : Task.CompletedTask;

        await books.Tick(meters: 40, rounds: 50);

        await books.AllHandledOnceInOrder();
        failures.ShouldBeGreaterThan(20);
        output.WriteLine($"{failures} failures");
    }

    [Fact]
    public async Task A_failed_handler_leaves_nothing_half_written_of_a_batch()
    {
        await using var books = await Books.Open();
        await using var node = await books.StartNode();
        var attempts = 0;
        node.Services.GetRequiredService<Faults>().InHandler = _ =>
            Interlocked.Increment(ref attempts) <= 2 ? throw new TimeoutException("not yet") : Task.CompletedTask;
        Guid[] meters = [.. Enumerable.Range(0, 500).Select(_ => Guid.CreateVersion7())];

        await Batches.Raise(books, meters, 1);

        await books.Until("select count(*) > 0 from ledger.entries");
        attempts.ShouldBe(3);
        (await books.Scalar<long>("select count(distinct meter) from ledger.entries")).ShouldBe(500);
        (await books.Scalar<long>("select count(*) from ledger.entries")).ShouldBe(500);
    }

    [Theory]
    [InlineData(Books.InProcess)]
    [InlineData(Books.RedisStream)]
    public async Task Heavy_batches_are_relayed_in_rounds_of_bounded_weight_and_in_order(string transport)
    {
        await using var books = await Books.Open(transport);
        Guid[] meters = [.. Enumerable.Range(0, 100).Select(_ => Guid.CreateVersion7())];
        for (var number = 1; number <= 12; number++)
        {
            await Batches.Raise(books, meters, number);
        }

        await using var node = await books.StartNode(
            transport == Books.InProcess ? Batches.Weighed : null,
            "--Messaging:RelayBytes=8000"
        );

        await books.Until("select count(*) >= 1200 from ledger.entries");
        (await books.Scalar<long>("select count(distinct (meter, number)) from ledger.entries")).ShouldBe(1200);
        (
            await books.Scalar<long>(
                "select count(*) from (select number - lag(number, 1, 0::bigint) over (partition by meter order by id) as step from ledger.entries) s where step <> 1"
            )
        ).ShouldBe(0);
        if (transport == Books.InProcess)
        {
            node.Services.GetRequiredService<ConcurrentQueue<int>>().Max().ShouldBeLessThan(12);
        }
    }
}
