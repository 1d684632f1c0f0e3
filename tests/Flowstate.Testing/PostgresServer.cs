using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Flowstate.Host.EmbeddedPostgres;
using Npgsql;

namespace Flowstate.Testing;

/// <summary>
/// A real PostgreSQL for one test process: the same one that the host would start, on a copy of a cluster that was
/// initialised once on this machine, without waiting for the disk. It ends with the process, also when that is killed.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string Admin = "flowstate";
    private const string LogName = "postgres.log";
    private static readonly Lazy<Task<PostgresServer>> OfThisProcess = new(() => Start());
    private static int _started;

    private readonly RunningPostgres _running;
    private readonly string _folder;
    private readonly NpgsqlConnectionStringBuilder _connection;
    private readonly Lazy<Task> _stop;

    private PostgresServer(RunningPostgres running, DataFolder folder, string password)
    {
        (_running, _folder, LogFile) = (running, folder.Root, Path.Combine(folder.Log, LogName));
        _connection = new()
        {
            Host = "127.0.0.1",
            Port = running.Port,
            Username = Admin,
            Password = password,
            IncludeErrorDetail = true,
        };
        _stop = new(Stop);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    /// <summary>As the superuser, to the database <c>postgres</c>.</summary>
    public string AdminConnectionString => ConnectionString("postgres");

    /// <summary>What the server writes down.</summary>
    public string LogFile { get; }

    /// <summary>The one that all tests of this process share.</summary>
    public static Task<PostgresServer> Shared() => OfThisProcess.Value;

    /// <summary>One of its own, for a test that stops it.</summary>
    public static async Task<PostgresServer> Start()
    {
        var root = ServerCommand.IsRoot ? "/var/lib/flowstate-tests" : Path.Combine(Path.GetTempPath(), UserFolder());
        var number = Interlocked.Increment(ref _started);
        var folder = DataFolder.Open(
            Path.Combine(root, string.Create(CultureInfo.InvariantCulture, $"run-{Environment.ProcessId}-{number}"))
        );
        folder.LetPostgresIn();
        var (postgres, cluster, password) = await Pattern(root, folder);
        ServerCommand.RunAsSelf("cp", ["-a", "--reflink=auto", cluster, folder.Cluster]);
        var running = await RunningPostgres.Start(postgres, folder.Cluster, Careless(folder), CancellationToken.None);
        return new PostgresServer(running, folder, password);
    }

    /// <summary>As the superuser, to a database of this server.</summary>
    public string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder(_connection.ConnectionString) { Database = database }.ConnectionString;

    /// <summary>Makes a database, empty or as a copy of another that nobody is connected to.</summary>
    /// <returns>Its connection string, as the superuser.</returns>
    public async Task<string> CreateDatabase(string name, string? template = null)
    {
        await using var admin = new NpgsqlConnection(AdminConnectionString);
        await admin.OpenAsync();
        var source = template is null ? "" : $" TEMPLATE \"{template}\" STRATEGY file_copy";
        await using var create = new NpgsqlCommand($"CREATE DATABASE \"{name}\"{source}", admin);
        await create.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    public async ValueTask DisposeAsync() => await _stop.Value;

    // What a crash of the machine would cost does not matter here.
    private static IReadOnlyList<string> Careless(DataFolder folder) =>
        [
            .. ServerSettings.Common,
            "max_connections=400",
            "fsync=off",
            "synchronous_commit=off",
            "full_page_writes=off",
            "checkpoint_timeout=1h",
            "max_wal_size=4GB",
            "logging_collector=on",
            $"log_directory={folder.Log}",
            $"log_filename={LogName}",
            "log_rotation_age=0",
            "log_rotation_size=0",
        ];

    // Test processes run side by side: one makes the pattern and sweeps, the others wait for it.
    private static async Task<(PostgresBinaries, string Cluster, string Password)> Pattern(string root, DataFolder own)
    {
        var postgres = await LocatePostgres.Find(own, [RepositoryFolder()]);
        var pattern = DataFolder.Open(Path.Combine(root, $"pattern-{postgres.Version}"));
        FileStream? turn;
        while ((turn = pattern.TryOwn()) is null)
        {
            await Task.Delay(50);
        }

        await using (turn)
        {
            Sweep(root);
            pattern.LetPostgresIn();
            await InitialiseCluster.Run(postgres, pattern, Admin);
            return (postgres, pattern.Cluster, pattern.Password());
        }
    }

    // A killed process leaves its folder.
    private static void Sweep(string root)
    {
        foreach (var folder in Directory.EnumerateDirectories(root, "run-*"))
        {
            var process = Path.GetFileName(folder).Split('-')[1];
            if (OperatingSystem.IsLinux() && !Directory.Exists($"/proc/{process}"))
            {
                Remove(folder);
            }
        }
    }

    private async Task Stop()
    {
        // A test process has ten seconds to end, and nobody will read these databases again.
        await _running.Stop("immediate");
        Remove(_folder);
    }

    // Not waited for: the files are many, and two processes may be at the same folder.
    private static void Remove(string folder) => Process.Start("rm", ["-rf", folder]).Dispose();

    private static string UserFolder() => $"flowstate-tests-{Environment.UserName}";

    private static string RepositoryFolder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
