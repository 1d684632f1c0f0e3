using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Flowstate.Host.Tests;

/// <summary>What <c>./flow run</c> says where it cannot run; in a folder with the script alone, so that nothing is built.</summary>
public sealed class FlowScriptTests
{
    [Fact]
    public void A_used_port_is_named_and_another_way_shown()
    {
        using var clone = new Clone();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var (exitCode, output) = clone.Run(port);

        exitCode.ShouldBe(1);
        output.ShouldContain($"port {port} is used by another program");
        output.ShouldContain("FLOWSTATE_PORT=");
    }

    [Fact]
    public async Task A_Flowstate_that_runs_already_is_recognised()
    {
        using var clone = new Clone();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var running = builder.Build();
        running.MapGet("/api/v1/identity/setup", () => """{"status":200,"data":{"needsSetup":true}}""");
        await running.StartAsync(TestContext.Current.CancellationToken);
        var address = new Uri(running.Urls.First());

        var (exitCode, output) = await Task.Run(() => clone.Run(address.Port), TestContext.Current.CancellationToken);

        exitCode.ShouldBe(1);
        output.ShouldContain($"Flowstate is already running at http://localhost:{address.Port}");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("65536")]
    [InlineData("http")]
    public void A_port_that_is_none_is_refused(string port)
    {
        using var clone = new Clone();

        var (exitCode, output) = clone.Run(command => command.Environment["FLOWSTATE_PORT"] = port);

        exitCode.ShouldBe(1);
        output.ShouldContain($"FLOWSTATE_PORT is '{port}'");
    }

    [Theory]
    [InlineData("node", "Node.js 20 or newer is missing")]
    [InlineData("npm", "npm, which comes with Node.js, is missing")]
    [InlineData("dotnet", "the .NET 10 SDK is missing")]
    public void A_missing_program_is_named(string program, string sentence)
    {
        using var clone = new Clone();

        var (exitCode, output) = clone.Run(command => command.Environment["PATH"] = clone.PathWithout(program));

        exitCode.ShouldBe(1);
        output.ShouldContain(sentence);
    }

    [Theory]
    [InlineData("node", "echo v18.19.0", "Node.js 20 or newer is needed, this is v18.19.0")]
    [InlineData("dotnet", "echo '8.0.404 [/usr/share/dotnet/sdk]'", "the .NET 10 SDK is missing (dotnet has: 8.0.404)")]
    public void An_old_program_is_named(string program, string answer, string sentence)
    {
        using var clone = new Clone();
        var folder = Directory.CreateDirectory(clone.Under("old")).FullName;
        File.WriteAllText(Path.Combine(folder, program), $"#!/bin/sh\n{answer}\n");
        File.SetUnixFileMode(Path.Combine(folder, program), UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var (exitCode, output) = clone.Run(command =>
            command.Environment["PATH"] = $"{folder}:{command.Environment["PATH"]}"
        );

        exitCode.ShouldBe(1);
        output.ShouldContain(sentence);
    }

    [Fact]
    public void A_clone_without_write_rights_is_named()
    {
        using var clone = new Clone();
        File.SetUnixFileMode(clone.Folder, (UnixFileMode)Convert.ToInt32("555", 8));

        var (exitCode, output) = clone.Run(_ => { }, asNobody: Machine.IsRoot);

        exitCode.ShouldBe(1);
        output.ShouldContain($"cannot write to {clone.Folder}/.flowstate");
    }

    [Fact]
    public void Two_at_once_get_a_clear_answer()
    {
        using var clone = new Clone();
        Directory.CreateDirectory(clone.Under(".flowstate"));
        using var first = Process.Start("flock", [clone.Under(".flowstate/lock"), "sleep", "30"]);
        SpinWait.SpinUntil(
            () => Machine.Run("flock", "-n", clone.Under(".flowstate/lock"), "true").ExitCode != 0,
            5000
        );

        var (exitCode, output) = clone.Run(Machine.FreePort());

        first.Kill(entireProcessTree: true);
        exitCode.ShouldBe(1);
        output.ShouldContain($"another ./flow is building in {clone.Folder}");
    }

    [Fact]
    public void A_missing_home_is_no_hindrance()
    {
        using var clone = new Clone();

        // It gets as far as the packages, which this folder does not have.
        var (_, output) = clone.Run(command =>
        {
            command.Environment.Remove("HOME");
            command.Environment["FLOWSTATE_PORT"] = $"{Machine.FreePort()}";
        });

        output.ShouldContain("Installing the packages of src/Host/postgres");
        output.ShouldNotContain("HOME", Case.Sensitive);
    }

    [Fact]
    public void A_mistyped_command_is_answered_with_the_list()
    {
        using var clone = new Clone();

        var (exitCode, output) = Machine.Run(clone.Under("flow"), "rnu");

        exitCode.ShouldBe(1);
        output.ShouldContain("there is no command 'rnu'");
        output.ShouldContain("./flow run");
    }
}
