using System.Diagnostics;
using System.Globalization;
using Flowstate.MessagingNode;
using Flowstate.Meters;
using Flowstate.Testing;
using Microsoft.AspNetCore.Builder;
using Npgsql;

namespace Flowstate.Messaging.Tests;

/// <summary>
/// One test's database: commits ticks through the real outbox without relaying them, starts nodes on it, and counts
/// what the ledger wrote down: every tick once, and those of a meter in order.
/// </summary>
internal sealed class Books : IAsyncDisposable
{
    public const string InProcess = "InProcess";
    public const string RedisStream = "RedisStream";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly Lazy<Task<string>> Template = new(MakeTemplate);
    private readonly WebApplication _writer;
    private readonly string[] _settings;

    private Books(string connection, string[] settings)
    {
        _settings = settings;
        Owner = NpgsqlDataSource.Create(connection);
        _writer = Node.Build([.. settings, "--Messaging:Transport=InProcess"]);
    }

    public NpgsqlDataSource Owner { get; }

    public Guid Workspace { get; } = Guid.CreateVersion7();

    public IServiceProvider Writer => _writer.Services;

    public static async Task<Books> Open(string transport = InProcess, string? redis = null)
    {
        var server = await PostgresServer.Shared();
        var connection = await server.CreateDatabase($"m_{Guid.CreateVersion7():N}", await Template.Value);
        string[] settings =
        [
            $"--ConnectionStrings:Flowstate={connection}",
            $"--Messaging:Transport={transport}",
            "--Messaging:Poll=00:00:00.200",
            "--Messaging:Backoff=00:00:00.020",
            "--Messaging:Lease=00:00:01",
            "--Database:MaxPoolSize=12",
            "--Serilog:MinimumLevel:Default=Fatal",
            $"--Flowstate:DataDirectory={Path.Combine(Path.GetTempPath(), $"flowstate-m-{Environment.ProcessId}")}",
            "--urls=http://127.0.0.1:0",
        ];
        if (transport == RedisStream)
        {
            settings = [.. settings, $"--ConnectionStrings:Redis={redis ?? await SharedRedis.NextDatabase()}"];
        }

        return new Books(connection, settings);
    }

    /// <summary>Commits one tick of every meter per round, as one transaction each.</summary>
    public Task Tick(int meters, int rounds) => TickMeters.Commit(Writer, Workspace, meters, rounds);

    public Task<NodeProcess> StartProcess(params string[] more) => NodeProcess.Start([.. _settings, .. more]);

    /// <summary>A node inside the test's process, for tests that kill nothing.</summary>
    public async Task<WebApplication> StartNode(Action<WebApplicationBuilder>? configure = null, params string[] more)
    {
        var app = Node.Build([.. _settings, .. more], configure);
        await app.StartAsync();
        return app;
    }

    /// <summary>Waits until all is quiet, then checks that every committed tick was heard and confirmed once, in order.</summary>
    public async Task AllHandledOnceInOrder()
    {
        var ticks = await Scalar<long>("select coalesce(sum(ticks), 0)::bigint from meters.meters");
        ticks.ShouldBePositive();
        await Until(
            $"""
            select (select count(*) from ledger.entries) >= {ticks} and (select count(*) from meters.confirmations) >= {ticks}
              and {Quiet}
            """
        );
        foreach (var table in new[] { "ledger.entries", "meters.confirmations" })
        {
            (await Scalar<long>($"select count(*) from {table}")).ShouldBe(ticks, table);
            var outOfOrder = await Scalar<string>(
                $"""
                select coalesce(string_agg(numbers::text, ' '), '') from (
                  select array_agg(number order by id) as numbers, array_agg(number order by number) as sorted
                  from {table} group by meter) meters
                where numbers <> sorted
                """
            );
            outOfOrder.ShouldBe("", table);
        }

        (await Scalar<long>("select count(*) from ledger.inbox where dead_at is not null")).ShouldBe(0);
    }

    public const string Quiet = """
        not exists (select 1 from meters.outbox) and not exists (select 1 from ledger.outbox)
        and not exists (select 1 from ledger.inbox where done_at is null and dead_at is null)
        and not exists (select 1 from meters.inbox where done_at is null and dead_at is null)
        """;

    /// <summary>Waits until a condition holds in the database, for as long as anything still moves there.</summary>
    public async Task Until(string condition, TimeSpan? atMost = null)
    {
        var (state, still, waited) = ("", Stopwatch.StartNew(), Stopwatch.StartNew());
        while (!await Scalar<bool>(condition))
        {
            if (await State() is var now && now != state)
            {
                (state, still) = (now, Stopwatch.StartNew());
            }

            if (still.Elapsed > Patience || waited.Elapsed > (atMost ?? TimeSpan.MaxValue))
            {
                throw new TimeoutException($"Never true: {condition}\n{state}");
            }

            await Task.Delay(20);
        }
    }

    public async Task<T> Scalar<T>(string sql)
    {
        await using var command = Owner.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>The backend that holds the relay's lock, 0 while nobody leads.</summary>
    public Task<int> Leader(string module = "meters") =>
        Scalar<int>(
            $"""
            select coalesce(max(pid), 0) from pg_locks where locktype = 'advisory' and granted
              and database = (select oid from pg_database where datname = current_database())
              and (classid::bigint << 32 | objid::bigint) = hashtextextended('flowstate.{module}.relay', 0)
            """
        );

    /// <summary>Waits for a leader other than the one given.</summary>
    public async Task<int> NextLeader(int after = 0)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience; await Task.Delay(20))
        {
            if (await Leader() is var leader && leader != 0 && leader != after)
            {
                return leader;
            }
        }

        throw new TimeoutException($"Nobody leads after {after}.");
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        await Owner.DisposeAsync();
    }

    private Task<string> State() =>
        Scalar<string>(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                select format('entries %s, confirmations %s, outboxes %s + %s, inbox %s',
                  (select count(*) from ledger.entries), (select count(*) from meters.confirmations),
                  (select count(*) from meters.outbox), (select count(*) from ledger.outbox),
                  (select string_agg(format('%s×%s attempts%s', n, attempts, error), ', ' order by attempts, error) from (
                    select count(*) n, attempts, case when dead_at is not null then ' dead ' end || left(last_error, 200) error
                    from ledger.inbox where done_at is null group by attempts, 3) waiting))
                """
            )
        );

    private static async Task<string> MakeTemplate()
    {
        const string Name = "tpl_messaging";
        var server = await PostgresServer.Shared();
        await Node.Prepare(await server.CreateDatabase(Name));
        NpgsqlConnection.ClearAllPools();
        return Name;
    }
}
