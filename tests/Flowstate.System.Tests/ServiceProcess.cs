using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Flowstate.System.Tests;

/// <summary>One service in a process of its own, as it runs in production, so that it can really be killed.</summary>
internal sealed partial class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly string _assembly;
    private readonly string[] _arguments;
    private readonly List<string> _output = [];
    private Process? _process;
    private TaskCompletionSource<Uri> _address = new();

    private ServiceProcess(string assembly, string[] arguments) => (_assembly, _arguments) = (assembly, arguments);

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<ServiceProcess> Start(string assembly, params string[] arguments)
    {
        var service = new ServiceProcess(assembly, arguments);
        await service.Start();
        return service;
    }

    /// <summary>As the kernel would: from one instruction to the next.</summary>
    public async Task Kill()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Starts it, again if it was killed, on a port that is free now.</summary>
    public async Task Start()
    {
        _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
        string[] line =
        [
            Path.Combine(AppContext.BaseDirectory, $"{_assembly}.dll"),
            .. _arguments,
            "--urls=http://127.0.0.1:0",
        ];
        _process = new Process
        {
            StartInfo = new("dotnet", line)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = Path.GetTempPath(),
            },
        };
        _process.OutputDataReceived += (_, heard) => Hear(heard.Data);
        _process.ErrorDataReceived += (_, heard) => Hear(heard.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await Task.WhenAny(_address.Task, _process.WaitForExitAsync(), Task.Delay(Patience));
        if (!_address.Task.IsCompleted)
        {
            await DisposeAsync();
            throw new InvalidOperationException($"It does not start. {Output()}");
        }

        Address = await _address.Task;
    }

    public string Output()
    {
        lock (_output)
        {
            return $"{_assembly}:\n{string.Join('\n', _output.TakeLast(40))}";
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await Kill();
        }

        _process?.Dispose();
        _process = null;
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.Add(line);
        }

        if (Listening().Match(line) is { Success: true } match)
        {
            _address.TrySetResult(new Uri(match.Groups["address"].Value));
        }
    }

    [GeneratedRegex(
        @"Now listening on: ""?\\?""?(?<address>http://127\.0\.0\.1:[0-9]+)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Listening();
}
