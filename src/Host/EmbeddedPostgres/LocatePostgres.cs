using System.Globalization;
using System.Text.RegularExpressions;

namespace Flowstate.Host.EmbeddedPostgres;

/// <summary>A PostgreSQL that runs on this machine: its programs' folder, "18.4", and where it comes from.</summary>
internal sealed record PostgresBinaries(string Folder, string Version, string Origin)
{
    public int Major => int.Parse(Version.Split('.')[0], CultureInfo.InvariantCulture);

    public string Program(string name) => Path.Combine(Folder, OperatingSystem.IsWindows() ? name + ".exe" : name);
}

/// <summary>Looks for a PostgreSQL: the npm package first, then what is installed on the machine.</summary>
internal static partial class LocatePostgres
{
    private const string BothWays =
        "Start Flowstate with ./flow run, which fetches one; or install it (on Debian and Ubuntu: apt install postgresql); or give a database in ConnectionStrings__Flowstate.";

    /// <exception cref="EmbeddedPostgresException">There is none, or none that can read the data already there.</exception>
    public static async Task<PostgresBinaries> Find(DataFolder folder, IReadOnlyList<string> places)
    {
        var needed = MajorOf(folder.Cluster);
        var found = new List<PostgresBinaries>();
        await foreach (var postgres in Working(folder, places))
        {
            if (needed is null || postgres.Major == needed)
            {
                return postgres;
            }

            found.Add(postgres);
        }

        throw new EmbeddedPostgresException(
            needed is null
                ? $"no PostgreSQL was found. {BothWays}"
                : $"the data in {folder.Root} was made by PostgreSQL {needed}, and this machine has {Names(found)}. {BothWays} Or move {folder.Root} away to start anew."
        );
    }

    private static async IAsyncEnumerable<PostgresBinaries> Working(DataFolder folder, IReadOnlyList<string> places)
    {
        foreach (var package in EmbeddedPackage.Search(places))
        {
            if (await Task.Run(() => package.MakeRunnable(folder.Root)) is { } bin && Version(bin) is { } version)
            {
                yield return new(bin, version, "embedded");
            }
        }

        foreach (var bin in Installed().Where(bin => File.Exists(Path.Combine(bin, InitDb))))
        {
            if (Version(bin) is { } version)
            {
                yield return new(bin, version, bin);
            }
        }
    }

    /// <returns>"18.4", or null when it does not run here.</returns>
    public static string? Version(string bin)
    {
        var program = Path.Combine(bin, OperatingSystem.IsWindows() ? "postgres.exe" : "postgres");
        var (exitCode, output) = ServerCommand.Run(program, ["--version"], Path.GetTempPath());
        return exitCode == 0 && VersionNumber().Match(output) is { Success: true } match ? match.Value : null;
    }

    private static readonly string[] Homes =
    [
        "/usr/lib/postgresql",
        "/opt/homebrew/opt",
        @"C:\Program Files\PostgreSQL",
    ];

    private static string InitDb => OperatingSystem.IsWindows() ? "initdb.exe" : "initdb";

    private static IEnumerable<string> Installed() =>
        Homes
            .Where(Directory.Exists)
            .SelectMany(Directory.EnumerateDirectories)
            .OrderByDescending(path =>
                int.TryParse(Digits().Match(path).Value, CultureInfo.InvariantCulture, out var number) ? number : 0
            )
            .Select(path => Path.Combine(path, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .Where(path => path.Length > 0);

    private static int? MajorOf(string cluster)
    {
        var file = Path.Combine(cluster, "PG_VERSION");
        return File.Exists(file) && int.TryParse(File.ReadAllText(file), CultureInfo.InvariantCulture, out var major)
            ? major
            : null;
    }

    private static string Names(List<PostgresBinaries> found) =>
        found.Count == 0
            ? "none"
            : string.Join(" and ", found.Select(postgres => postgres.Version).Distinct(StringComparer.Ordinal));

    [GeneratedRegex(@"\d+(\.\d+)*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VersionNumber();

    [GeneratedRegex(@"\d+(?=\D*$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();
}
