using System.Diagnostics;
using System.Globalization;
using System.Text;
using Npgsql;

namespace Flowstate.Host.Tests;

/// <summary>A host in a process of its own, with a database and nothing else, so that it can be killed.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _errors = new();
    private readonly TaskCompletionSource<string?> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.StartsWith("ready ", StringComparison.Ordinal) == true)
            {
                _ready.TrySetResult(line.Data["ready ".Length..]);
            }
            else if (line.Data is null)
            {
                _ready.TrySetResult(null);
            }
        };
        process.ErrorDataReceived += (_, line) => _errors.AppendLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string ConnectionString { get; private set; } = "";

    public int ProcessId => _process.Id;

    /// <summary>Starts it and waits until its database can be used.</summary>
    public static async Task<HostProcess> Start(string data, bool asNobody = false)
    {
        var host = Launch(data, asNobody);
        host.ConnectionString =
            await host._ready.Task.WaitAsync(Patience)
            ?? throw new InvalidOperationException($"The host did not start: {host._errors}");
        return host;
    }

    /// <summary>Starts it where it cannot start.</summary>
    /// <returns>Its exit code and what it wrote to standard error.</returns>
    public static async Task<(int ExitCode, string Errors)> Refused(string data, bool asNobody = false)
    {
        await using var host = Launch(data, asNobody);
        await host._process.WaitForExitAsync().WaitAsync(Patience);
        return (host._process.ExitCode, host._errors.ToString());
    }

    /// <summary>Starts it and does not wait.</summary>
    public static HostProcess Launch(string data, bool asNobody = false)
    {
        string[] host = ["dotnet", Path.Combine(AppContext.BaseDirectory, "Flowstate.PostgresOnly.dll")];
        string[] line = [.. asNobody ? Machine.AsNobody : [], .. host, $"--contentRoot={Machine.HostFolder}"];
        var command = new ProcessStartInfo(line[0], line[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
            Environment =
            {
                ["Flowstate__DataDirectory"] = data,
                ["HOME"] = data,
                ["ConnectionStrings__Flowstate"] = "",
            },
        };
        return new HostProcess(Process.Start(command)!);
    }

    public async Task<T> Ask<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>The process of its PostgreSQL, as PostgreSQL says it.</summary>
    public static int ServerOf(string data) =>
        int.Parse(
            File.ReadLines(Path.Combine(data, "postgres", "data", "postmaster.pid")).First(),
            CultureInfo.InvariantCulture
        );

    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>As an operator would stop it.</summary>
    public async Task Stop()
    {
        Machine.Signal("TERM", ProcessId);
        await _process.WaitForExitAsync().WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await Stop();
        }

        _process.Dispose();
    }
}
