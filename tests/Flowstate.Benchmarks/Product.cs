using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Flowstate.Benchmarks;

/// <summary>The host as a user runs it, with its embedded PostgreSQL, fsync on, on a data folder of its own.</summary>
internal sealed class Product : IAsyncDisposable
{
    private readonly ServerProcess _host;

    private Product(ServerProcess host, string folder)
    {
        (_host, Folder) = (host, folder);
        var postmaster = File.ReadAllLines(Path.Combine(folder, "postgres", "data", "postmaster.pid"));
        PostmasterId = int.Parse(postmaster[0], CultureInfo.InvariantCulture);
        OwnerConnection = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = int.Parse(postmaster[3], CultureInfo.InvariantCulture),
            Username = "flowstate",
            Password = File.ReadAllText(Path.Combine(folder, "password")).Trim(),
            Database = "flowstate",
        }.ConnectionString;
    }

    /// <summary>Quiet, and with limits that are counted and never reached.</summary>
    public static IReadOnlyDictionary<string, string> Unlimited { get; } =
        new Dictionary<string, string>
        {
            ["Serilog__MinimumLevel__Default"] = "Error",
            ["Limits__UserPerMinute"] = "1000000000",
            ["Limits__WorkspacePerMinute"] = "1000000000",
            ["Limits__AddressPerMinute"] = "1000000000",
        };

    public string Folder { get; }

    public string OwnerConnection { get; }

    public int PostmasterId { get; }

    public ServerProcess Server => _host;

    public Uri Address => _host.Address;

    public static async Task<Product> Start()
    {
        var root = Environment.UserName == "root" ? "/var/lib" : Path.GetTempPath();
        var folder = Path.Combine(root, $"flowstate-bench-{Environment.ProcessId}");
        var host = await ServerProcess.Start(
            [Beside("Flowstate.Host"), "--urls"],
            new(Unlimited) { ["Flowstate__DataDirectory"] = folder },
            "/health/ready"
        );
        return new Product(host, folder);
    }

    /// <summary>A program that was built along with this one.</summary>
    public static string Beside(string program) =>
        Path.Combine(
            AppContext.BaseDirectory.Replace("Flowstate.Benchmarks", program, StringComparison.Ordinal),
            $"{program}.dll"
        );

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>The bare limit in a process of its own, on the product's database.</summary>
internal static class BareProcess
{
    public static Task<ServerProcess> Start(string connection, string folder) =>
        ServerProcess.Start(
            [typeof(BareProcess).Assembly.Location, "bare", connection],
            new() { ["Flowstate__DataDirectory"] = folder },
            "/ping"
        );
}

/// <summary>A server started on a free port, given as its last argument, and stopped with us.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public int Id => _process.Id;

    public Uri Address { get; }

    public static async Task<ServerProcess> Start(
        string[] command,
        Dictionary<string, string> environment,
        string probe
    )
    {
        var port = FreePort();
        var address = new Uri($"http://127.0.0.1:{port}");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in command.Append(command[^1] == "--urls" ? address.ToString() : $"{port}"))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        using var http = new HttpClient { BaseAddress = address };
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        try
        {
            while (!await Answers(http, probe))
            {
                await Task.Delay(100, patience.Token);
            }
        }
        catch (OperationCanceledException late)
        {
            process.Kill();
            throw new TimeoutException($"{address} does not answer.", late);
        }

        return new ServerProcess(process, address);
    }

    public async ValueTask DisposeAsync()
    {
        using (var interrupt = Process.Start("kill", ["-INT", $"{_process.Id}"]))
        {
            await interrupt.WaitForExitAsync();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<bool> Answers(HttpClient http, string probe)
    {
        try
        {
            using var response = await http.GetAsync(probe);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
