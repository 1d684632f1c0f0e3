using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Flowstate.Testing;

namespace Flowstate.Host.Tests;

/// <summary>The whole product in a process of its own, on a database of its own, as an operator starts it.</summary>
internal sealed partial class RunningHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri?> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningHost(Process process, string database)
    {
        (_process, Database) = (process, database);
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => _address.TrySetResult(null);
        process.EnableRaisingEvents = true;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Where the keys of every host of this run lie.</summary>
    public static string Data { get; } = Path.Combine(Path.GetTempPath(), $"flowstate-host-{Environment.ProcessId}");

    public Uri Address { get; private set; } = null!;

    /// <summary>The owner's connection.</summary>
    public string Database { get; }

    public HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };

    public static async Task<RunningHost> Start(params string[] settings)
    {
        var host = Launch(await NewDatabase(), settings);
        await host.Listens();
        return host;
    }

    /// <summary>The same over the demo's team and contacts.</summary>
    public static async Task<RunningHost> StartWithDemo(params string[] settings)
    {
        var database = await NewDatabase();
        await using (var demo = Launch(database, ["demo"]))
        {
            await demo._process.WaitForExitAsync();
            demo._process.ExitCode.ShouldBe(0, demo._output.ToString());
        }

        var host = Launch(database, settings);
        await host.Listens();
        return host;
    }

    /// <summary>Starts it where it has to refuse.</summary>
    /// <returns>Its exit code and all it wrote.</returns>
    public static async Task<(int ExitCode, string Output)> Refused(params string[] settings)
    {
        await using var host = Launch(await NewDatabase(), settings);
        (await host._address.Task.WaitAsync(Patience)).ShouldBeNull("it started");
        await host._process.WaitForExitAsync();
        lock (host._output)
        {
            return (host._process.ExitCode, host._output.ToString());
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private async Task Listens() =>
        Address =
            await _address.Task.WaitAsync(Patience)
            ?? throw new InvalidOperationException($"The host did not start: {_output}");

    private static async Task<string> NewDatabase() =>
        await (await PostgresServer.Shared()).CreateDatabase($"h_{Guid.CreateVersion7():N}");

    /// <param name="arguments">A verb comes first.</param>
    private static RunningHost Launch(string database, string[] arguments)
    {
        string[] line =
        [
            Path.Combine(AppContext.BaseDirectory, "Flowstate.Host.dll"),
            .. arguments,
            "--urls=http://127.0.0.1:0",
            $"--ConnectionStrings:Flowstate={database}",
            $"--Flowstate:DataDirectory={Data}",
        ];
        var command = new ProcessStartInfo("dotnet", line)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
            Environment = { ["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true" },
        };
        return new RunningHost(Process.Start(command)!, database);
    }

    private void Hear(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (line is not null && Ready().Match(line) is { Success: true } match)
        {
            _address.TrySetResult(new Uri(match.Groups["address"].Value));
        }
    }

    [GeneratedRegex("is ready at (?<address>http://127.0.0.1:[0-9]+)", RegexOptions.None, 1000)]
    private static partial Regex Ready();
}
