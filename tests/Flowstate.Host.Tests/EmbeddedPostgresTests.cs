namespace Flowstate.Host.Tests;

public sealed class EmbeddedPostgresTests
{
    [Fact]
    public async Task The_second_start_finds_what_the_first_one_wrote()
    {
        using var folder = Machine.Folder();
        await using (var first = await HostProcess.Start(folder.Under("data")))
        {
            await first.Ask<int>("create table notes (id int); insert into notes values (7) returning id");
        }

        await using var second = await HostProcess.Start(folder.Under("data"));
        (await second.Ask<int>("select id from notes")).ShouldBe(7);
    }

    [Fact]
    public async Task A_stopped_host_stops_its_server()
    {
        using var folder = Machine.Folder();
        var host = await HostProcess.Start(folder.Under("data"));
        var server = HostProcess.ServerOf(folder.Under("data"));

        await host.Stop();

        Machine.IsAlive(server).ShouldBeFalse();
    }

    [Fact]
    public async Task Two_hosts_on_one_folder_use_one_server()
    {
        using var folder = Machine.Folder();
        // Both at once, so that the second comes while the first still makes the database.
        var starts = await Task.WhenAll(
            HostProcess.Start(folder.Under("data")),
            HostProcess.Start(folder.Under("data"))
        );

        starts[0].ConnectionString.ShouldBe(starts[1].ConnectionString);
        (await starts[1].Ask<int>("select 1")).ShouldBe(1);
        await Task.WhenAll(starts.Select(host => host.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task The_server_writes_through_and_listens_on_loopback_only()
    {
        using var folder = Machine.Folder();
        await using var host = await HostProcess.Start(folder.Under("data"));

        (await host.Ask<string>("show fsync")).ShouldBe("on");
        (await host.Ask<string>("show listen_addresses")).ShouldBe("127.0.0.1");
        (await host.Ask<string>("show unix_socket_directories")).ShouldBe("");
        (await host.Ask<string>("show gin_pending_list_limit")).ShouldBe("64kB");
        (await host.Ask<string>("show jit")).ShouldBe("off");
        File.GetUnixFileMode(Path.Combine(folder.Under("data"), "password"))
            .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Letters_of_every_script_have_capitals_and_trigrams()
    {
        using var folder = Machine.Folder();
        await using var host = await HostProcess.Start(folder.Under("data"));

        (await host.Ask<string>("select lower('ÉLODIE МАРИЯ')")).ShouldBe("élodie мария");
        (await host.Ask<int>("create extension pg_trgm; select cardinality(show_trgm('Мария'))")).ShouldBe(6);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_named_and_so_is_the_way_out()
    {
        using var folder = Machine.Folder();
        var closed = Directory.CreateDirectory(folder.Under("closed")).FullName;
        File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);

        var (exitCode, errors) = await HostProcess.Refused(Path.Combine(closed, "data"), asNobody: Machine.IsRoot);

        exitCode.ShouldBe(1);
        errors.ShouldContain($"cannot write to its data folder {closed}/data");
        errors.ShouldContain("Flowstate__DataDirectory");
        errors.ShouldContain("ConnectionStrings__Flowstate");
        errors.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_folder_that_the_servers_user_cannot_reach_is_named()
    {
        Assert.SkipUnless(Machine.IsRoot, "Only root runs the server as another user.");
        using var folder = Machine.Folder();
        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var (exitCode, errors) = await HostProcess.Refused(folder.Under("data"));

        exitCode.ShouldBe(1);
        errors.ShouldContain($"'nobody' cannot get into {folder.Under("data")}");
    }

    [Fact]
    public async Task Data_of_another_major_version_is_not_touched_and_said_so()
    {
        using var folder = Machine.Folder();
        var cluster = Directory.CreateDirectory(folder.Under("data/postgres/data")).FullName;
        await File.WriteAllTextAsync(Path.Combine(cluster, "PG_VERSION"), "9\n", TestContext.Current.CancellationToken);

        var (exitCode, errors) = await HostProcess.Refused(folder.Under("data"));

        exitCode.ShouldBe(1);
        errors.ShouldContain("was made by PostgreSQL 9");
        Directory.EnumerateFileSystemEntries(cluster).Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_lost_password_file_is_named()
    {
        using var folder = Machine.Folder();
        await using (await HostProcess.Start(folder.Under("data"))) { }
        File.Delete(folder.Under("data/password"));

        var (exitCode, errors) = await HostProcess.Refused(folder.Under("data"));

        exitCode.ShouldBe(1);
        errors.ShouldContain($"the password file {folder.Under("data/password")}");
    }

    [Fact]
    public async Task Root_hands_the_work_to_another_user()
    {
        Assert.SkipUnless(Machine.IsRoot, "Needs root.");
        using var folder = Machine.Folder();
        await using var host = await HostProcess.Start(folder.Under("data"));

        Machine
            .Run("stat", "-c", "%u", $"/proc/{HostProcess.ServerOf(folder.Under("data"))}")
            .Output.Trim()
            .ShouldBe("65534");
    }

    [Fact]
    public async Task A_link_that_the_servers_user_planted_hands_nothing_of_roots_over()
    {
        Assert.SkipUnless(Machine.IsRoot, "Needs root.");
        using var folder = Machine.Folder();
        Directory.CreateDirectory(folder.Under("victim"));
        await using (await HostProcess.Start(folder.Under("data"))) { }
        string[] plant =
        [
            .. Machine.AsNobody,
            "sh",
            "-c",
            $"cd {folder.Under("data/postgres")} && mv log old && ln -s {folder.Under("victim")} log",
        ];
        Machine.Run(plant[0], plant[1..]).ExitCode.ShouldBe(0);

        try
        {
            await using var second = await HostProcess.Start(folder.Under("data"));
        }
        catch (Exception refused) when (refused is not ShouldAssertException)
        {
            // A server that cannot write its log may refuse to start; what counts is what became of the folder.
        }

        Machine.Run("stat", "-c", "%u", folder.Under("victim")).Output.Trim().ShouldBe("0");
    }

    [Fact]
    public async Task A_user_without_rights_starts_it_too()
    {
        Assert.SkipUnless(Machine.IsRoot, "The other tests show it when they run without root.");
        using var folder = Machine.Folder();
        await using var host = await HostProcess.Start(folder.OfNobody("data"), asNobody: true);

        (await host.Ask<int>("select 1")).ShouldBe(1);
    }
}
