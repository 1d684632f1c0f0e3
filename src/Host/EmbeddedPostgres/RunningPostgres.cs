using System.Diagnostics;
using System.Globalization;

namespace Flowstate.Host.EmbeddedPostgres;

/// <summary>One server process and the thread it hangs on: started again if it dies, gone when this process dies.</summary>
internal sealed class RunningPostgres
{
    private const int Tries = 5;

    private readonly PostgresBinaries _postgres;
    private readonly string _cluster;
    private readonly ProcessStartInfo _command;
    private readonly TaskCompletionSource _stopping = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _said = [];
    private volatile int _pid;
    private volatile bool _wasReady;

    private RunningPostgres(PostgresBinaries postgres, string cluster, IEnumerable<string> settings)
    {
        (_postgres, _cluster, Port) = (postgres, cluster, FreePort.Next());
        var port = Port.ToString(CultureInfo.InvariantCulture);
        // Loopback TCP only: no socket file to be left behind or to be out of reach of another user.
        string[] fixedPart = ["-D", cluster, "-p", port, "-h", "127.0.0.1", "-c", "unix_socket_directories="];
        _command = ServerCommand.LongRunning(
            postgres.Program("postgres"),
            [.. fixedPart, .. settings.SelectMany(setting => new[] { "-c", setting })],
            cluster
        );
    }

    public int Port { get; }

    public int Pid => _pid;

    public static async Task<RunningPostgres> Start(
        PostgresBinaries postgres,
        string cluster,
        IReadOnlyList<string> settings,
        CancellationToken cancel
    )
    {
        // Between choosing a free port and using it another program may take it, and the children of a killed server
        // may take a moment to go: both are over at the next try.
        for (var attempt = 1; ; attempt++)
        {
            var server = new RunningPostgres(postgres, cluster, settings);
            // Linux ties "die with your parent" to the parent's thread, and pool threads retire: this one never does.
            new Thread(server.Supervise) { IsBackground = true, Name = "embedded PostgreSQL" }.Start();
            if (await server.BecomesReady(cancel))
            {
                return server;
            }

            if (attempt == Tries)
            {
                throw new EmbeddedPostgresException($"PostgreSQL does not start on {cluster}:\n{server.LastWords()}");
            }

            await Task.Delay(200, cancel);
        }
    }

    /// <summary>
    /// Ends it, by default with a fast shutdown: open transactions are rolled back, everything committed is on disk.
    /// </summary>
    /// <param name="mode">As pg_ctl calls it; <c>immediate</c> for a server whose data nobody wants.</param>
    public async Task Stop(string mode = "fast")
    {
        _stopping.TrySetResult();
        while (!_ended.Task.IsCompleted)
        {
            await Task.Run(() =>
                ServerCommand.Run(
                    _postgres.Program("pg_ctl"),
                    ["stop", "-D", _cluster, "-m", mode, "-t", "30"],
                    _cluster
                )
            );
            await Task.WhenAny(_ended.Task, Task.Delay(TimeSpan.FromMilliseconds(200)));
        }
    }

    private void Supervise()
    {
        try
        {
            do
            {
                using var process = Process.Start(_command)!;
                _pid = process.Id;
                process.OutputDataReceived += Hear;
                process.ErrorDataReceived += Hear;
                process.BeginOutputReadLine();
                process.BeginErrorReadLine();
                process.WaitForExit();
            } while (_wasReady && !_stopping.Task.Wait(TimeSpan.FromSeconds(1)));
        }
        catch (Exception reason)
        {
            Hear(this, reason.Message);
        }
        finally
        {
            _ended.TrySetResult();
        }
    }

    // No limit in time: after a crash it replays its log first, and that takes as long as it takes.
    private async Task<bool> BecomesReady(CancellationToken cancel)
    {
        while (!_ended.Task.IsCompleted)
        {
            if (PostmasterFile.Read(_cluster) is { Ready: true } file && file.Pid == _pid)
            {
                return _wasReady = true;
            }

            await Task.Delay(15, cancel);
        }

        return false;
    }

    private void Hear(object sender, DataReceivedEventArgs line) => Hear(sender, line.Data);

    private void Hear(object _, string? line)
    {
        lock (_said)
        {
            if (!string.IsNullOrWhiteSpace(line) && _said.Count < 50)
            {
                _said.Add(line);
            }
        }
    }

    private string LastWords()
    {
        var log = Path.Combine(Path.GetDirectoryName(_cluster)!, "log");
        var newest = Directory.Exists(log)
            ? new DirectoryInfo(log).EnumerateFiles().MaxBy(file => file.LastWriteTimeUtc)
            : null;
        lock (_said)
        {
            return string.Join('\n', _said.Concat(newest is null ? [] : File.ReadLines(newest.FullName).TakeLast(8)));
        }
    }
}
