using Microsoft.Extensions.Configuration;

namespace Flowstate.Shared.Identity;

/// <summary>A secret on this machine: made where it is first needed, readable by its user alone.</summary>
public static class KeyFile
{
    /// <summary>Where a key lies that no setting names.</summary>
    public static string Path(IConfiguration configuration, string name) =>
        System.IO.Path.Combine(Folder(configuration), name);

    /// <summary>
    /// Makes it where it is missing; whole or not at all: two hosts may start at once, and half a key locks everybody out.
    /// </summary>
    public static void Ensure(string file, Func<string> make)
    {
        if (File.Exists(file))
        {
            return;
        }

        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(file))!);
        var draft = $"{file}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(draft, options))
        {
            writer.Write(make());
        }

        try
        {
            File.Move(draft, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(draft);
        }
    }

    /// <summary>The data directory. Never a folder that others may write to: whoever plants a key signs in as anybody.</summary>
    public static string Folder(IConfiguration configuration)
    {
        if (configuration["Flowstate:DataDirectory"] is { Length: > 0 } folder)
        {
            return folder;
        }

        if (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows())
        {
            return "/var/lib/flowstate";
        }

        // Not verified: a service's user may have no such folder yet, and it is made below.
        var own = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData,
            Environment.SpecialFolderOption.DoNotVerify
        );
        return own.Length > 0
            ? System.IO.Path.Combine(own, "flowstate")
            : throw new InvalidOperationException("Set Flowstate:DataDirectory for the keys.");
    }
}
