using System.Collections;
using System.ComponentModel;
using System.Diagnostics;

namespace Flowstate.Host.EmbeddedPostgres;

/// <summary>Runs PostgreSQL's programs as a user whom PostgreSQL accepts: ourselves, or nobody when we are root.</summary>
internal static class ServerCommand
{
    // By number: the group of 'nobody' is called nogroup on Debian and nobody elsewhere.
    public const string ServerUser = "65534";

    public static bool IsRoot { get; } = !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    /// <summary>For a program that goes on running: it dies with the thread that starts it, and Ctrl+C is not for it.</summary>
    public static ProcessStartInfo LongRunning(string program, IEnumerable<string> arguments, string folder)
    {
        var prefix = Prefix("--pdeathsig=INT");
        // Ctrl+C reaches every process of the terminal's group; the server has to outlive the requests in flight.
        return Describe(Find("setsid") is { } setsid ? [setsid, .. prefix] : prefix, program, arguments, folder);
    }

    /// <summary>For a program that ends by itself; it does not outlive us either.</summary>
    public static (int ExitCode, string Output) Run(string program, IEnumerable<string> arguments, string folder) =>
        Finish(Describe(Prefix("--pdeathsig=KILL"), program, arguments, folder));

    public static (int ExitCode, string Output) RunAsSelf(string program, IEnumerable<string> arguments) =>
        Finish(Describe([], program, arguments, "/"));

    private static (int ExitCode, string Output) Finish(ProcessStartInfo command)
    {
        try
        {
            using var process = Process.Start(command)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + errors.GetAwaiter().GetResult());
        }
        catch (Win32Exception reason)
        {
            return (-1, reason.Message);
        }
    }

    private static string[] Prefix(params string[] options)
    {
        string[] identity = IsRoot ? [$"--reuid={ServerUser}", $"--regid={ServerUser}", "--clear-groups"] : [];
        if (!OperatingSystem.IsLinux() || identity.Length + options.Length == 0)
        {
            return [];
        }

        if (Find("setpriv") is { } setpriv)
        {
            return [setpriv, .. identity, .. options];
        }

        return IsRoot
            ? throw new EmbeddedPostgresException(
                "PostgreSQL does not run as root, and 'setpriv' (package util-linux), which would start it as another user, is missing. Start Flowstate as another user, or install util-linux."
            )
            : [];
    }

    private static ProcessStartInfo Describe(
        string[] prefix,
        string program,
        IEnumerable<string> arguments,
        string folder
    )
    {
        string[] line = [.. prefix, program, .. arguments];
        var command = new ProcessStartInfo(line[0], line[1..])
        {
            // The caller's own folder may be closed to the server's user.
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // PGDATA, PGPORT and their kind in somebody's shell are about another server.
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            if (variable.Key is string name && name.StartsWith("PG", StringComparison.Ordinal))
            {
                command.Environment.Remove(name);
            }
        }

        command.Environment["LC_ALL"] = "C";
        return command;
    }

    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Concat(["/usr/bin", "/bin"])
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
}
