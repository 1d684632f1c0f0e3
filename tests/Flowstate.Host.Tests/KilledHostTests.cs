using System.Diagnostics;
using Npgsql;

namespace Flowstate.Host.Tests;

public sealed class KilledHostTests
{
    private static readonly TimeSpan AMoment = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_killed_host_leaves_no_server_and_loses_no_row(bool asNobody)
    {
        Assert.SkipWhen(asNobody && !Machine.IsRoot, "Needs root to be somebody else.");
        using var folder = Machine.Folder();
        var data = asNobody ? folder.OfNobody("data") : folder.Under("data");
        await using (var host = await HostProcess.Start(data, asNobody))
        {
            await host.Ask<int>("create table notes (id int); insert into notes values (7) returning id");
            var server = HostProcess.ServerOf(data);

            await host.Kill();

            (await Machine.Gone(server, AMoment)).ShouldBeTrue();
        }

        await using var next = await HostProcess.Start(data, asNobody);
        (await next.Ask<int>("select id from notes")).ShouldBe(7);
    }

    [Fact]
    public async Task A_host_killed_as_it_wrote_its_schedule_down_does_not_keep_the_next_from_starting()
    {
        await using var first = await RunningHost.Start();
        await first.Kill();
        await using var database = NpgsqlDataSource.Create(first.Database);
        await using var held = database.CreateCommand(
            """
            insert into jobs.lock (resource, updatecount, acquired)
            select 'jobs:lock:recurring-job:' || job, 0, now() at time zone 'utc'
            from unnest(array['contacts.escalate-overdue-follow-ups', 'platform.forget-old-answers']) job
            on conflict do nothing
            """
        );
        (await held.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).ShouldBe(2);

        await using var next = await RunningHost.Start($"--ConnectionStrings:Flowstate={first.Database}");

        using var client = next.Client();
        (await client.GetAsync("/health/ready", TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task A_server_that_has_lost_its_host_is_replaced()
    {
        using var folder = Machine.Folder();
        var cluster = folder.Under("data/postgres/data");
        string program;
        await using (await HostProcess.Start(folder.Under("data")))
        {
            program = Machine.Run("readlink", $"/proc/{HostProcess.ServerOf(folder.Under("data"))}/exe").Output.Trim();
        }

        // As a host leaves one behind where the system knows no "die with your parent".
        string[] options = ["-D", cluster, "-p", $"{Machine.FreePort()}", "-c", "unix_socket_directories="];
        string[] line = [.. Machine.IsRoot ? Machine.AsNobody : [], program, .. options];
        using var orphan = Process.Start(line[0], line[1..]);
        while (!File.Exists(Path.Combine(cluster, "postmaster.pid")))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        await using var host = await HostProcess.Start(folder.Under("data"));

        orphan.HasExited.ShouldBeTrue();
        (await host.Ask<int>("select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task A_server_killed_with_its_host_recovers()
    {
        using var folder = Machine.Folder();
        await using (var host = await HostProcess.Start(folder.Under("data")))
        {
            await host.Ask<int>("create table notes (id int); insert into notes values (7) returning id");
            var server = HostProcess.ServerOf(folder.Under("data"));
            // The host first, or it would start another.
            await host.Kill();
            Machine.Run("kill", "-KILL", $"{server}");
            (await Machine.Gone(server, AMoment)).ShouldBeTrue();
        }

        await using var next = await HostProcess.Start(folder.Under("data"));
        (await next.Ask<int>("select id from notes")).ShouldBe(7);
    }

    [Fact]
    public async Task A_stale_pid_file_that_names_another_living_program_is_no_hindrance()
    {
        using var folder = Machine.Folder();
        await using (await HostProcess.Start(folder.Under("data"))) { }
        string[] sleep = [.. Machine.IsRoot ? Machine.AsNobody : [], "sleep", "60"];
        using var stranger = Process.Start(sleep[0], sleep[1..]);
        var cluster = folder.Under("data/postgres/data");
        await File.WriteAllTextAsync(
            Path.Combine(cluster, "postmaster.pid"),
            $"{stranger.Id}\n{cluster}\n1700000000\n5432\n\n127.0.0.1\n  1234  1\nready   \n",
            TestContext.Current.CancellationToken
        );

        await using var host = await HostProcess.Start(folder.Under("data"));

        (await host.Ask<int>("select 1")).ShouldBe(1);
        stranger.HasExited.ShouldBeFalse();
        stranger.Kill();
    }

    [Fact]
    public async Task A_first_start_killed_half_way_is_begun_anew()
    {
        using var folder = Machine.Folder();
        var postgres = folder.Under("data/postgres");
        var cancel = TestContext.Current.CancellationToken;
        await using (var host = HostProcess.Launch(folder.Under("data")))
        {
            for (var waited = Stopwatch.StartNew(); !Unfinished().Any(HasBegun); await Task.Delay(5, cancel))
            {
                waited.Elapsed.ShouldBeLessThan(AMoment);
            }

            await host.Kill();
        }

        Directory.Exists(Path.Combine(postgres, "data")).ShouldBeFalse();
        await using var next = await HostProcess.Start(folder.Under("data"));
        (await next.Ask<int>("select 1")).ShouldBe(1);
        Unfinished().ShouldBeEmpty();

        static bool HasBegun(string cluster) => Directory.Exists(Path.Combine(cluster, "base"));

        string[] Unfinished() => Directory.Exists(postgres) ? Directory.GetDirectories(postgres, "unfinished-*") : [];
    }

    [Fact]
    public async Task A_server_that_dies_under_a_living_host_is_started_again_at_the_same_place()
    {
        using var folder = Machine.Folder();
        await using var host = await HostProcess.Start(folder.Under("data"));
        Machine.Signal("KILL", HostProcess.ServerOf(folder.Under("data")));

        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(100, TestContext.Current.CancellationToken))
        {
            try
            {
                (await host.Ask<int>("select 1")).ShouldBe(1);
                break;
            }
            catch (NpgsqlException) when (waited.Elapsed < AMoment) { }
        }
    }
}
