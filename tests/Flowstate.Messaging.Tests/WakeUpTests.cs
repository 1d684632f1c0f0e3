using System.Diagnostics;
using System.Globalization;
using Flowstate.Meters;

namespace Flowstate.Messaging.Tests;

public class WakeUpTests(ITestOutputHelper output)
{
    private const string SlowPoll = "--Messaging:Poll=00:01:00";

    [Fact]
    public async Task A_commit_in_another_process_wakes_the_relay_long_before_its_poll()
    {
        await using var books = await Books.Open();
        await using var node = await books.StartNode(null, SlowPoll);
        await books.NextLeader();
        await books.Tick(1, 1);
        await books.Until($"select {Books.Quiet}", TimeSpan.FromSeconds(20));

        await Task.Delay(100, TestContext.Current.CancellationToken);
        await books.Tick(1, 1);

        await books.Until("select count(*) = 2 from ledger.entries", TimeSpan.FromSeconds(20));
        await books.AllHandledOnceInOrder();
    }

    [Fact]
    public async Task A_commit_that_nobody_was_told_of_is_found_by_the_poll()
    {
        await using var books = await Books.Open();
        await using var node = await books.StartNode();
        await books.Tick(1, 1);
        await books.AllHandledOnceInOrder();
        await using var insert = books.Owner.CreateCommand(
            """
            with meter as (update meters.meters set ticks = 2 returning id, workspace_id)
            insert into meters.outbox (id, name, key, version, workspace_id, payload, occurred_at)
            select gen_random_uuid(), 'meters.ticked.v1', id, 3, workspace_id, jsonb_build_object('workspaceId', workspace_id,
              'aggregateId', id, 'version', 3, 'at', '2026-01-01T00:00:00Z', 'number', 2), now() from meter
            """
        );
        await insert.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        await books.AllHandledOnceInOrder();
    }

    [Fact]
    public async Task An_idle_node_leaves_its_database_alone()
    {
        await using var books = await Books.Open();
        await using var node = await books.StartNode(null, "--Messaging:Poll=00:00:02");
        await books.Tick(2, 2);
        await books.AllHandledOnceInOrder();

        var before = await Asked();
        await Task.Delay(6000, TestContext.Current.CancellationToken);

        // Two modules, three polls: relays, workers and sweeps ask some thirty times each.
        (await Asked() - before).ShouldBeLessThan(300);

        Task<long> Asked() =>
            books.Scalar<long>(
                "select xact_commit + xact_rollback from pg_stat_database where datname = current_database()"
            );
    }

    [Fact]
    public async Task A_commit_while_the_listener_is_gone_is_found_by_the_next_leader()
    {
        await using var books = await Books.Open();
        await using var node = await books.StartNode();
        var listener = await books.NextLeader();

        (await books.Scalar<bool>($"select pg_terminate_backend({listener})")).ShouldBeTrue();
        await books.Tick(3, 1);

        await books.AllHandledOnceInOrder();
    }

    [Theory]
    [InlineData(Books.InProcess)]
    [InlineData(Books.RedisStream)]
    public async Task The_trace_of_the_request_reaches_the_reaction(string transport)
    {
        await using var books = await Books.Open(transport);
        await using var node = await books.StartNode();
        using var request = new Activity("request") { ActivityTraceFlags = ActivityTraceFlags.Recorded };
        request.Start();

        await books.Tick(1, 1);
        await books.AllHandledOnceInOrder();

        (await books.Scalar<string>("select trace_id from ledger.entries")).ShouldBe(request.TraceId.ToString());
    }

    [Theory]
    [InlineData(Books.InProcess)]
    [InlineData(Books.RedisStream)]
    public async Task How_long_it_takes_from_commit_to_handled_is_printed(string transport)
    {
        await using var books = await Books.Open(transport);
        await using var node = await books.StartNode();
        await books.NextLeader();
        for (var round = 0; round < 40; round++)
        {
            await TickMeters.Commit(node.Services, books.Workspace, 1, 1);
            await Task.Delay(30, TestContext.Current.CancellationToken);
        }

        await books.AllHandledOnceInOrder();
        var milliseconds = await books.Scalar<double[]>(
            """
            select percentile_cont(array[0.5, 0.95, 1]) within group (order by extract(epoch from e.at - i.occurred_at) * 1000)
            from ledger.entries e
            join (select key, occurred_at, row_number() over (partition by key order by seq) as number from ledger.inbox) i
              on i.key = e.meter and i.number = e.number
            """
        );
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{transport}: p50 {milliseconds[0]:0} ms, p95 {milliseconds[1]:0} ms, max {milliseconds[2]:0} ms"
            )
        );
        milliseconds.Length.ShouldBe(3);
    }
}
