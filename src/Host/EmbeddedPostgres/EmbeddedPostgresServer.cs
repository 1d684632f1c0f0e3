using System.Diagnostics;
using Npgsql;

namespace Flowstate.Host.EmbeddedPostgres;

/// <summary>A PostgreSQL for one data folder: run by this process, or joined when another process runs it already.</summary>
internal sealed class EmbeddedPostgresServer
{
    private const string Name = "flowstate";
    private static readonly TimeSpan JoinLimit = TimeSpan.FromSeconds(60);

    private readonly FileStream? _ownership;
    private readonly RunningPostgres? _running;
    private readonly Lazy<Task> _stop;

    private EmbeddedPostgresServer(
        FileStream? ownership,
        RunningPostgres? running,
        string connection,
        string description
    )
    {
        (_ownership, _running, ConnectionString, Description) = (ownership, running, connection, description);
        _stop = new(StopOnce);
        if (running is not null)
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop().GetAwaiter().GetResult();
        }
    }

    /// <summary>Superuser <c>flowstate</c>, database <c>flowstate</c>, 127.0.0.1 only.</summary>
    public string ConnectionString { get; }

    public string Description { get; }

    /// <param name="folder">Where the data lives.</param>
    /// <param name="places">Folders from which the npm packages are looked for, upwards.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <exception cref="EmbeddedPostgresException">With the reason in words.</exception>
    public static async Task<EmbeddedPostgresServer> Start(
        DataFolder folder,
        IReadOnlyList<string> places,
        CancellationToken cancel
    )
    {
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < JoinLimit)
        {
            if (folder.TryOwn() is { } ownership)
            {
                return await Own(ownership, folder, places, cancel);
            }

            if (
                PostmasterFile.Read(folder.Cluster) is { Ready: true } other
                && await Answers(folder, other.Port, cancel)
            )
            {
                var shared =
                    $"joined the PostgreSQL that another Flowstate runs on {folder.Root}; it stops with that one";
                return new(null, null, Connection(folder, other.Port), shared);
            }

            await Task.Delay(100, cancel);
        }

        throw new EmbeddedPostgresException(
            $"another Flowstate holds {folder.Root}, but its PostgreSQL does not answer. Stop it first, or choose another folder with Flowstate__DataDirectory."
        );
    }

    /// <summary>Stops the server if this process runs it; may be called more than once.</summary>
    public Task Stop() => _stop.Value;

    private async Task StopOnce()
    {
        if (_running is not null)
        {
            await _running.Stop();
        }

        _ownership?.Dispose();
    }

    private static async Task<EmbeddedPostgresServer> Own(
        FileStream ownership,
        DataFolder folder,
        IReadOnlyList<string> places,
        CancellationToken cancel
    )
    {
        RunningPostgres? running = null;
        try
        {
            folder.LetPostgresIn();
            var postgres = await LocatePostgres.Find(folder, places);
            await StopStrayServer.Run(postgres, folder.Cluster);
            await InitialiseCluster.Run(postgres, folder, Name);
            running = await RunningPostgres.Start(postgres, folder.Cluster, ServerSettings.Durable(folder), cancel);
            await CreateDatabase(folder, running.Port, cancel);
            var origin =
                $"PostgreSQL {postgres.Version} ({postgres.Origin}) on 127.0.0.1:{running.Port}, data in {folder.Root}";
            return new(ownership, running, Connection(folder, running.Port), origin);
        }
        catch
        {
            await (running?.Stop() ?? Task.CompletedTask);
            await ownership.DisposeAsync();
            throw;
        }
    }

    private static async Task CreateDatabase(DataFolder folder, int port, CancellationToken cancel)
    {
        try
        {
            await using var connection = new NpgsqlConnection(Connection(folder, port, "postgres") + ";Pooling=false");
            await connection.OpenAsync(cancel);
            await using var exists = new NpgsqlCommand(
                "SELECT 1 FROM pg_database WHERE datname = 'flowstate'",
                connection
            );
            if (await exists.ExecuteScalarAsync(cancel) is null)
            {
                await using var create = new NpgsqlCommand("CREATE DATABASE flowstate", connection);
                await create.ExecuteNonQueryAsync(cancel);
            }
        }
        catch (PostgresException wrong)
            when (string.Equals(wrong.SqlState, PostgresErrorCodes.InvalidPassword, StringComparison.Ordinal))
        {
            throw new EmbeddedPostgresException(
                $"the password in {folder.PasswordFile} is not the one of the database beside it. Put the old file back, or move {folder.Root} away to start anew.",
                wrong
            );
        }
    }

    private static async Task<bool> Answers(DataFolder folder, int port, CancellationToken cancel)
    {
        try
        {
            await using var connection = new NpgsqlConnection(Connection(folder, port) + ";Pooling=false");
            await connection.OpenAsync(cancel);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static string Connection(DataFolder folder, int port, string database = Name) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = port,
            Database = database,
            Username = Name,
            Password = folder.Password(),
        }.ConnectionString;
}
