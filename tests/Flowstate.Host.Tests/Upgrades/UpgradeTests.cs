using System.Net;

namespace Flowstate.Host.Tests.Upgrades;

/// <summary>Hosts over databases of earlier releases: whatever befalls the migration, a half schema is never served.</summary>
public sealed class UpgradeTests
{
    private const string Silent = "--Serilog:MinimumLevel:Default=Fatal";

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public async Task An_old_database_becomes_what_a_new_one_is(int back)
    {
        await using var old = await OldDatabase.Behind(back);

        await using var host = await RunningHost.Start(old.Setting, Silent);

        await IsReady(host);
        (await old.Schema()).ShouldBe(await Fresh.Value);
    }

    [Fact]
    public async Task A_migration_that_fails_ends_the_process_and_the_next_start_finishes_it()
    {
        const int back = 1;
        await using var old = await OldDatabase.Behind(back);
        var total = await StepsOf(back);
        var refusals = 0;
        foreach (var part in new[] { 0.0, 0.1, 0.3, 0.6 })
        {
            // What earlier tries have finished does not come again, so that the later gates may not be reached.
            await old.Gate(1 + (int)(part * total), "refuse");
            await using var host = await RunningHost.Launch(old.Setting, Silent);
            if (await host.Ended() is not { } end)
            {
                break;
            }

            refusals++;
            end.ExitCode.ShouldNotBe(0);
            end.Output.ShouldContain("something is in the way of step");
            end.Output.ShouldNotContain("is ready at");
        }

        refusals.ShouldBeGreaterThan(2);
        await old.Open();
        await using var next = await RunningHost.Start(old.Setting, Silent);
        await IsReady(next);
        (await old.Schema()).ShouldBe(await Fresh.Value);
    }

    [Fact]
    public async Task A_host_killed_while_it_migrates_is_finished_by_the_next()
    {
        const int back = 100;
        await using var old = await OldDatabase.Behind(back);
        var total = await StepsOf(back);
        var kills = 0;
        while (kills < 4)
        {
            // Somewhere else each time the test runs. What was finished does not come again: in the end it gets through.
            var step = 1 + Random.Shared.Next((int)total / 3);
            await old.Gate(step, "linger");
            await using var host = await RunningHost.Launch(old.Setting, Silent);
            await Machine.Until(async () => host.HasListened || await old.Steps() >= step);
            if (host.HasListened)
            {
                break;
            }

            kills++;
            await host.Kill();
        }

        kills.ShouldBeGreaterThan(1);
        await old.Open();
        await using var next = await RunningHost.Start(old.Setting, Silent);
        await IsReady(next);
        (await old.Schema()).ShouldBe(await Fresh.Value);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task Two_hosts_that_start_at_once_both_come_up_and_migrate_once(int back)
    {
        await using var old = back < 0 ? await OldDatabase.Empty() : await OldDatabase.Behind(back);

        await using var one = await RunningHost.Launch(old.Setting, Silent);
        await using var other = await RunningHost.Launch(old.Setting, Silent);

        foreach (var host in new[] { one, other })
        {
            (await host.Ended()).ShouldBeNull();
            await IsReady(host);
        }

        (await old.Schema()).ShouldBe(await Fresh.Value);
    }

    /// <summary>What a host makes of an empty database.</summary>
    private static readonly Lazy<Task<string>> Fresh = new(async () =>
    {
        await using var database = await OldDatabase.Empty();
        await using var host = await RunningHost.Start(database.Setting, Silent);
        return await database.Schema();
    });

    private static async Task<long> StepsOf(int back)
    {
        await using var database = await OldDatabase.Behind(back);
        await using var host = await RunningHost.Start(database.Setting, Silent);
        return await database.Steps();
    }

    private static async Task IsReady(RunningHost host)
    {
        using var client = host.Client();
        (await client.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
