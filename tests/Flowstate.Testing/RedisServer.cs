using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Flowstate.Host.EmbeddedPostgres;

namespace Flowstate.Testing;

/// <summary>A real redis-server on a free port. What it was told before a stop or a kill is there again after a restart.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("flowstate-redis-").FullName;
    private Process? _process;

    private RedisServer(int port)
    {
        Port = port;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    public int Port { get; }

    public int ProcessId => _process!.Id;

    /// <summary>For StackExchange.Redis: host and port.</summary>
    public string ConnectionString => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}");

    /// <exception cref="InvalidOperationException">redis-server is not installed, or does not start.</exception>
    public static async Task<RedisServer> Start()
    {
        var server = new RedisServer(FreePort.Next());
        await server.Launch();
        return server;
    }

    /// <summary>As an operator would: it says good-bye and writes everything down.</summary>
    public Task Stop() => End("-TERM");

    /// <summary>As the kernel would: from one instruction to the next.</summary>
    public Task Kill() => End("-KILL");

    /// <summary>Starts it again after <see cref="Stop"/> or <see cref="Kill"/>, on the same port with the same data.</summary>
    public Task Restart() => Launch();

    public async ValueTask DisposeAsync()
    {
        await Kill();
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private async Task Launch()
    {
        var launched = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        // "Die with your parent" means the parent's thread, so it is started from one that waits for its end.
        new Thread(() => Supervise(launched)) { IsBackground = true, Name = "redis-server" }.Start();
        _process = await launched.Task;
        for (var waited = Stopwatch.StartNew(); !await Answers(); await Task.Delay(10))
        {
            if (_process.HasExited || waited.Elapsed > TimeSpan.FromSeconds(10))
            {
                throw new InvalidOperationException($"redis-server does not start on port {Port}");
            }
        }
    }

    private void Supervise(TaskCompletionSource<Process> launched)
    {
        var port = Port.ToString(CultureInfo.InvariantCulture);
        string[] settings = ["--port", port, "--bind", "127.0.0.1", "--dir", _folder];
        string[] memory = ["--save", "", "--appendonly", "yes", "--appendfsync", "no"];
        string[] line = ["redis-server", .. settings, .. memory, "--logfile", Path.Combine(_folder, "log")];
        if (OperatingSystem.IsLinux())
        {
            line = ["setpriv", "--pdeathsig=KILL", .. line];
        }

        try
        {
            var process = Process.Start(new ProcessStartInfo(line[0], line[1..]) { UseShellExecute = false })!;
            launched.SetResult(process);
            process.WaitForExit();
        }
        catch (Win32Exception missing)
        {
            launched.SetException(new InvalidOperationException("redis-server is not installed", missing));
        }
    }

    private async Task End(string signal)
    {
        if (_process is { HasExited: false })
        {
            ServerCommand.RunAsSelf("kill", [signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
            await _process.WaitForExitAsync();
        }
    }

    private async Task<bool> Answers()
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", Port);
            var stream = client.GetStream();
            await stream.WriteAsync("PING\r\n"u8.ToArray());
            var answer = new byte[7];
            var length = await stream.ReadAsync(answer);
            return Encoding.ASCII.GetString(answer, 0, length).StartsWith("+PONG", StringComparison.Ordinal);
        }
        catch (Exception notYet) when (notYet is SocketException or IOException)
        {
            return false;
        }
    }
}
