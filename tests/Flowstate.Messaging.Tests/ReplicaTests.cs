namespace Flowstate.Messaging.Tests;

public class ReplicaTests
{
    [Theory]
    [InlineData(Books.InProcess)]
    [InlineData(Books.RedisStream)]
    public async Task Two_nodes_share_the_work_and_one_takes_over_when_the_relays_leader_is_killed(string transport)
    {
        await using var books = await Books.Open(transport);
        await using var leading = await books.StartProcess();
        var leader = await books.NextLeader();
        await using var other = await books.StartProcess();

        await Task.WhenAll(
            leading.Tick(Guid.CreateVersion7(), 20, 10),
            other.Tick(Guid.CreateVersion7(), 20, 10),
            books.Tick(20, 10)
        );
        await books.AllHandledOnceInOrder();
        (await books.Leader()).ShouldBe(leader);

        var ticking = other.Tick(books.Workspace, 20, 10);
        await leading.Kill();
        await ticking;
        await books.NextLeader(after: leader);
        await books.AllHandledOnceInOrder();
    }

    [Fact]
    public async Task A_leader_whose_session_is_killed_leads_again_or_is_followed()
    {
        await using var books = await Books.Open();
        await using var node = await books.StartNode();
        for (var round = 0; round < 3; round++)
        {
            var leader = await books.NextLeader();
            await books.Tick(5, 5);
            (await books.Scalar<bool>($"select pg_terminate_backend({leader})")).ShouldBeTrue();
            await books.Tick(5, 5);
            await books.NextLeader(after: leader);
        }

        await books.AllHandledOnceInOrder();
    }

    [Fact]
    public async Task A_stopped_node_finishes_what_it_claimed_and_leaves_the_rest_to_others()
    {
        await using var books = await Books.Open();
        await books.Tick(10, 10);
        await using (var stopping = await books.StartNode(null, "--Messaging:Lease=00:10:00"))
        {
            await books.Until("select count(*) > 3 from ledger.entries");
            await stopping.StopAsync(TestContext.Current.CancellationToken);
        }

        // A row left claimed would wait for the end of a lease of ten minutes.
        await using var next = await books.StartNode(null, "--Messaging:Lease=00:10:00");
        await books.AllHandledOnceInOrder();
    }
}
