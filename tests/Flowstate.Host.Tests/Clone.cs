using System.Diagnostics;

namespace Flowstate.Host.Tests;

/// <summary>A folder that holds the script <c>flow</c> and nothing else.</summary>
internal sealed class Clone : IDisposable
{
    private readonly TemporaryFolder _folder = Machine.Folder();

    public Clone() => File.Copy(Path.Combine(Machine.Repository, "flow"), Under("flow"));

    public string Folder => _folder.Path;

    public string Under(string name) => _folder.Under(name);

    public (int ExitCode, string Output) Run(int port) =>
        Run(command => command.Environment["FLOWSTATE_PORT"] = $"{port}");

    public (int ExitCode, string Output) Run(Action<ProcessStartInfo> set, bool asNobody = false)
    {
        string[] line = [.. asNobody ? Machine.AsNobody : [], Under("flow"), "run"];
        var command = new ProcessStartInfo(line[0], line[1..]) { WorkingDirectory = "/" };
        set(command);
        return Machine.Run(command);
    }

    /// <summary>Everything that is on the path, but for one program.</summary>
    public string PathWithout(string program)
    {
        var folder = Directory.CreateDirectory(Under("path")).FullName;
        var programs = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(':')
            .Where(Directory.Exists)
            .SelectMany(Directory.EnumerateFiles)
            .DistinctBy(Path.GetFileName, StringComparer.Ordinal)
            .Where(file => !string.Equals(Path.GetFileName(file), program, StringComparison.Ordinal));
        foreach (var file in programs)
        {
            File.CreateSymbolicLink(Path.Combine(folder, Path.GetFileName(file)), file);
        }

        return folder;
    }

    public void Dispose()
    {
        // A test may have taken the right to write away.
        File.SetUnixFileMode(Folder, (UnixFileMode)Convert.ToInt32("755", 8));
        _folder.Dispose();
    }
}
