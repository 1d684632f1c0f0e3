using System.Security.Cryptography;

namespace Flowstate.Host.EmbeddedPostgres;

/// <summary>
/// The folder that holds everything the embedded server keeps: <c>password</c> and <c>host.lock</c> for the host,
/// <c>postgres/</c> (the cluster in <c>data</c>, its log in <c>log</c>) for the server's own user.
/// </summary>
internal sealed class DataFolder
{
    public const string Setting = "Flowstate:DataDirectory";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Passable =
        OwnerOnly
        | UnixFileMode.GroupRead
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherExecute;

    private DataFolder(string root) => Root = root;

    public string Root { get; }
    public string Postgres => Path.Combine(Root, "postgres");
    public string Cluster => Path.Combine(Postgres, "data");
    public string Log => Path.Combine(Postgres, "log");
    public string PasswordFile => Path.Combine(Root, "password");

    public static string Default =>
        ServerCommand.IsRoot
            ? "/var/lib/flowstate"
            : Path.Combine(
                Environment.GetFolderPath(
                    Environment.SpecialFolder.LocalApplicationData,
                    Environment.SpecialFolderOption.DoNotVerify
                ),
                "flowstate"
            );

    /// <summary>Makes the folder where it is missing and proves that it can be written.</summary>
    public static DataFolder Open(string? chosen)
    {
        var folder = new DataFolder(Path.GetFullPath(string.IsNullOrWhiteSpace(chosen) ? Default : chosen));
        try
        {
            // As root the server runs as somebody else, who must be able to walk through to postgres/.
            CreateFolder(folder.Root, ServerCommand.IsRoot ? Passable : OwnerOnly);
            CreateFolder(folder.Postgres, OwnerOnly);
            var probe = Path.Combine(folder.Root, $"probe-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return folder;
        }
        catch (Exception reason) when (reason is UnauthorizedAccessException or IOException)
        {
            throw new EmbeddedPostgresException(
                $"it cannot write to its data folder {folder.Root} ({reason.Message}). Choose a folder that you may write to with Flowstate__DataDirectory, or give a database in ConnectionStrings__Flowstate.",
                reason
            );
        }
    }

    /// <summary>The system frees the lock when its holder dies, however it dies. Null while another process holds it.</summary>
    public FileStream? TryOwn()
    {
        try
        {
            return new(Path.Combine(Root, "host.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>As root: hands <c>postgres/</c> to the server's user and proves that this user gets there.</summary>
    public void LetPostgresIn()
    {
        if (!ServerCommand.IsRoot)
        {
            CreateFolder(Log, OwnerOnly);
            return;
        }

        // Only postgres/ itself is handed over, and never through a link. Below it the server's user may have put links
        // of its own: whatever is made there is made as that user.
        ServerCommand.RunAsSelf("chown", ["-h", $"{ServerCommand.ServerUser}:{ServerCommand.ServerUser}", Postgres]);
        if (ServerCommand.Run("mkdir", ["-p", "-m", "700", Log], "/").ExitCode != 0)
        {
            throw new EmbeddedPostgresException(
                $"PostgreSQL does not run as root, and the user 'nobody' cannot get into {Postgres}. Choose a folder that others may pass through (not under /root) with Flowstate__DataDirectory."
            );
        }
    }

    /// <summary>The superuser's password; made on first use, readable by the host's user alone.</summary>
    public string Password()
    {
        if (File.Exists(PasswordFile))
        {
            return File.ReadAllText(PasswordFile);
        }

        if (Directory.Exists(Cluster))
        {
            throw new EmbeddedPostgresException(
                $"the password file {PasswordFile} of its database is gone. Put it back, or move {Root} away to start anew."
            );
        }

        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        WritePrivately(PasswordFile, password);
        return password;
    }

    // Written beside and renamed, so that no half-written file is ever read.
    public static void WritePrivately(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(path + ".new", options))
        {
            writer.Write(text);
        }

        File.Move(path + ".new", path, overwrite: true);
    }

    private static void CreateFolder(string path, UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else if (!Directory.Exists(path))
        {
            Directory.CreateDirectory(path, mode);
            File.SetUnixFileMode(path, mode);
        }
    }
}
