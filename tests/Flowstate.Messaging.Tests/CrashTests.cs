using System.Security.Cryptography;

namespace Flowstate.Messaging.Tests;

public class CrashTests(ITestOutputHelper output)
{
    private const string NothingRelayed =
        "select exists (select 1 from meters.outbox) and not exists (select 1 from ledger.inbox)";
    private const string NotDeleted = "select exists (select 1 from meters.outbox)";
    private const string ClaimedOnly =
        "select exists (select 1 from ledger.inbox where attempts = 1 and done_at is null) and not exists (select 1 from ledger.entries)";

    public static TheoryData<string, string, string> Points =>
        [
            .. from point in new[]
            {
                ("BeforePublish", NothingRelayed),
                ("AfterPublish", NotDeleted),
                ("AfterClaim", ClaimedOnly),
                ("InHandler", ClaimedOnly),
            }
            from transport in new[] { Books.InProcess, Books.RedisStream }
            select (point.Item1, transport, point.Item2),
        ];

    [Theory]
    [MemberData(nameof(Points))]
    public async Task A_node_killed_at_this_point_loses_doubles_and_reorders_nothing(
        string point,
        string transport,
        string stateAfterDeath
    )
    {
        await using var books = await Books.Open(transport);
        await using var doomed = await books.StartProcess($"--DieAt={point}");

        await doomed.Tick(books.Workspace, meters: 3, rounds: 10);
        await doomed.Died();

        (await books.Scalar<bool>(stateAfterDeath)).ShouldBeTrue();
        await using var healthy = await books.StartProcess();
        await healthy.Tick(books.Workspace, meters: 3, rounds: 2);
        await books.AllHandledOnceInOrder();
    }

    [Theory]
    [InlineData(Books.InProcess)]
    [InlineData(Books.RedisStream)]
    public async Task Ten_kills_at_random_moments_lose_double_and_reorder_nothing(string transport)
    {
        await using var books = await Books.Open(transport);
        for (var kill = 0; kill < 10; kill++)
        {
            await using var doomed = await books.StartProcess();
            var ticking = books.Tick(meters: 20, rounds: 8);
            var moment = RandomNumberGenerator.GetInt32(20, 500);
            await Task.Delay(moment, TestContext.Current.CancellationToken);
            await doomed.Kill();
            await ticking;
            output.WriteLine($"killed {moment} ms after it listened");
        }

        await using var healthy = await books.StartProcess();
        await books.AllHandledOnceInOrder();
    }
}
