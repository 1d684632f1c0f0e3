using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace Flowstate.Host.Tests;

/// <summary>What the start-up tests need of the machine: folders, users, signals.</summary>
internal static class Machine
{
    public static bool IsRoot => Environment.IsPrivilegedProcess;

    public static string[] AsNobody { get; } = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];

    public static string Repository { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    public static string HostFolder => Path.Combine(Repository, "src", "Host");

    /// <summary>A new folder that others can pass through, deleted at the end of the test.</summary>
    public static TemporaryFolder Folder() => new();

    public static async Task<bool> Gone(int process, TimeSpan patience)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < patience; await Task.Delay(20))
        {
            if (!IsAlive(process))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Waits for what has to come soon.</summary>
    public static async Task Until(Func<Task<bool>> holds)
    {
        for (var waited = Stopwatch.StartNew(); !await holds(); await Task.Delay(50))
        {
            waited.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
        }
    }

    // A zombie has ended; only its parent has not yet asked how.
    public static bool IsAlive(int process)
    {
        try
        {
            var status = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat"));
            return status[(status.LastIndexOf(')') + 2)] != 'Z';
        }
        catch (IOException)
        {
            return false;
        }
    }

    public static void Signal(string signal, int process) =>
        Run("kill", $"-{signal}", process.ToString(CultureInfo.InvariantCulture)).ExitCode.ShouldBe(0);

    public static (int ExitCode, string Output) Run(string program, params string[] arguments) =>
        Run(new ProcessStartInfo(program, arguments));

    public static (int ExitCode, string Output) Run(ProcessStartInfo command)
    {
        (command.UseShellExecute, command.RedirectStandardOutput, command.RedirectStandardError) = (false, true, true);
        using var process = Process.Start(command)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.GetAwaiter().GetResult());
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}

internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder()
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"flowstate-{Guid.CreateVersion7():N}");
        Directory.CreateDirectory(Path, (UnixFileMode)Convert.ToInt32("755", 8));
    }

    public string Path { get; }

    public string Under(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>A folder in it that belongs to the user nobody.</summary>
    public string OfNobody(string name)
    {
        Directory.CreateDirectory(Under(name));
        Machine.Run("chown", "65534:65534", Under(name)).ExitCode.ShouldBe(0);
        return Under(name);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
