using System.Diagnostics;
using System.Globalization;
using Flowstate.MessagingNode;

namespace Flowstate.Messaging.Tests;

/// <summary>A node in a process of its own, so that it can really be killed.</summary>
internal sealed class NodeProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly Process _process;
    private readonly HttpClient _http = new() { Timeout = Patience };
    private readonly TaskCompletionSource<Uri> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _output = [];

    private NodeProcess(Process process) => _process = process;

    /// <summary>Returns when the node listens, or is dead already.</summary>
    public static async Task<NodeProcess> Start(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Node).Assembly.Location, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        var node = new NodeProcess(new Process { StartInfo = start, EnableRaisingEvents = true });
        node._process.OutputDataReceived += (_, line) => node.Hear(line.Data);
        node._process.ErrorDataReceived += (_, line) => node.Hear(line.Data);
        node._process.Start();
        node._process.BeginOutputReadLine();
        node._process.BeginErrorReadLine();
        await Task.WhenAny(node._ready.Task, node._process.WaitForExitAsync()).WaitAsync(Patience);
        return node;
    }

    public bool IsDead => _process.HasExited;

    /// <summary>Commits ticks inside the node, which may die of it.</summary>
    public async Task Tick(Guid workspace, int meters, int rounds)
    {
        var query = string.Create(
            CultureInfo.InvariantCulture,
            $"?workspace={workspace}&meters={meters}&rounds={rounds}"
        );
        try
        {
            using var answer = await _http.PostAsync(new Uri(await _ready.Task, $"/api/v1/meters/ticks{query}"), null);
            answer.EnsureSuccessStatusCode();
        }
        catch (HttpRequestException) when (_process.WaitForExit(Patience))
        {
            // It died while it answered.
        }
    }

    /// <summary>Waits for the node to end by itself: by a kill, not by an exception.</summary>
    public async Task Died()
    {
        using var limit = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(limit.Token);
        _process.ExitCode.ShouldBe(137, string.Join('\n', _output));
    }

    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await Kill();
        }

        _process.Dispose();
        _http.Dispose();
    }

    private void Hear(string? line)
    {
        if (line?.Split(' ') is ["ready", var address])
        {
            _ready.TrySetResult(new Uri(address));
        }
        else if (line is not null)
        {
            lock (_output)
            {
                _output.Add(line);
            }
        }
    }
}
