using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using Flowstate.Testing;
using Npgsql;

namespace Flowstate.System.Tests;

/// <summary>
/// 100,000 rows, and the real host killed with -9 at ten random points of the import and at ten of its undo: every row is
/// written exactly once, and then everything is exactly as it was. Meanwhile each chunk is made to last a second at least, so
/// that a busy machine cannot finish between two looks at it.
/// </summary>
public sealed class ImportSurvivesKill
{
    private const int RowCount = BigBook.Rows;
    private const int People = 90_000;
    private const int Kills = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    // All there is of living contacts but what only says that something was written.
    private const string Everything = """
        select string_agg(what, E'\n' order by what) from (
          select (to_jsonb(c) - 'version' - 'updated_at')::text from contacts.contacts c where deleted_at is null
          union all select to_jsonb(p)::text from contacts.contact_points p where active
          union all select (to_jsonb(r) - 'sequence')::text from contacts.contact_rhythms r
            where contact_id in (select id from contacts.contacts where deleted_at is null)
          union all select to_jsonb(n)::text from contacts.stage_counters n where count <> 0) everything(what)
        """;

    [Fact]
    public async Task Every_row_is_written_exactly_once_and_taken_back_exactly_once()
    {
        var connection = await (await PostgresServer.Shared()).CreateDatabase($"kill_{Guid.CreateVersion7():N}");
        var folder = Directory.CreateTempSubdirectory("flowstate-kill-");
        await using var database = NpgsqlDataSource.Create(connection);
        await using var host = await ServiceProcess.Start(
            "Flowstate.Host",
            $"--ConnectionStrings:Flowstate={connection}",
            $"--Flowstate:DataDirectory={folder.FullName}",
            "--environment=Testing",
            "--Jobs:InvisibilityTimeout=00:00:02"
        );
        var token = await BigBook.Owner(host);
        using var owner = BigBook.Client(host, token);
        await BigBook.AddEarlier(owner);
        var before = await Ask<string>(database, Everything);

        var import = await BigBook.StartImport(owner);
        await KillTenTimes(database, host, "select next_row from contacts.imports", "running");
        await Until(database, "select state = 'done' from contacts.imports", host);
        (
            await Ask<string>(
                database,
                "select concat_ws(' ', created, updated, duplicates, refused, next_row) from contacts.imports"
            )
        ).ShouldBe($"{People - 2} 2 9000 1000 {RowCount + 1}");
        await Count(database, RowCount, "count(*) from contacts.import_rows");
        await CountEverywhere(database, host, People);

        // After its restarts the host listens elsewhere.
        using var again = BigBook.Client(host, token);
        await again
            .PostAsJsonAsync($"/api/v1/contacts/imports/{import}/undo", new { }, TestContext.Current.CancellationToken)
            .Json(HttpStatusCode.Accepted);
        await KillTenTimes(database, host, $"select {RowCount + 1} - undone_from from contacts.imports", "undoing");
        await Until(database, "select state = 'undone' from contacts.imports", host);
        (await Ask<string>(database, "select concat_ws(' ', removed, restored, kept) from contacts.imports")).ShouldBe(
            $"{People - 2} 2 0"
        );
        await CountEverywhere(database, host, 2);
        (await Ask<string>(database, Everything)).ShouldBe(before);
        folder.Delete(recursive: true);
    }

    // Anywhere in the chunk after the next commit: before its transaction, inside it, or just after it.
    private static async Task KillTenTimes(NpgsqlDataSource database, ServiceProcess host, string step, string expected)
    {
        await Run(database, Slow);
        await Until(database, $"select ({step}) > 1", host);
        var (seen, watch) = (await Ask<int>(database, step), Stopwatch.StartNew());
        await Until(database, $"select ({step}) > {seen}", host);
        var aChunk = Math.Max((int)watch.ElapsedMilliseconds, 1);
        for (var kill = 1; kill <= Kills; kill++)
        {
            await Until(database, $"select ({step}) > {seen}", host);
            await Task.Delay(RandomNumberGenerator.GetInt32(aChunk), TestContext.Current.CancellationToken);
            await host.Kill();
            seen = await Ask<int>(database, step);
            (await Ask<string>(database, "select state from contacts.imports")).ShouldBe(expected, $"kill {kill}");
            TestContext.Current.SendDiagnosticMessage($"{expected}: kill {kill} at row {seen}");
            await host.Start();
        }

        await Run(database, "drop function contacts.slow() cascade");
    }

    /// <summary>So many people live in this module; and those who hear of contacts heard of each, once.</summary>
    private static async Task CountEverywhere(NpgsqlDataSource database, ServiceProcess host, long people)
    {
        await Count(database, people, "count(*) from contacts.contacts where deleted_at is null");
        await Count(
            database,
            people,
            "count(distinct normalised) from contacts.contact_points where kind = 'email' and active"
        );
        await Count(database, people, "sum(count)::bigint from contacts.stage_counters");
        await Count(database, 0, "count(*) from contacts.import_chunks");
        await Until(database, "select count(*) = 0 from contacts.outbox", host);
        await Until(
            database,
            """
            select (select count(*) from intelligence.inbox where done_at is null)
                 + (select count(*) from campaigns.inbox where done_at is null) = 0
            """,
            host
        );
        await Count(database, people, "count(*) from intelligence.subjects where profile_version > 0 and not deleted");
        await Count(database, people, "count(*) from intelligence.next_actions");
        await Count(database, people, "count(*) from campaigns.recipients where not deleted");
    }

    private const string Slow = """
        create function contacts.slow() returns trigger language plpgsql as $$
        begin perform pg_sleep(1); return new; end $$;
        create trigger slow before update on contacts.imports for each row execute function contacts.slow();
        """;

    private static async Task Run(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task Count(NpgsqlDataSource database, long expected, string what) =>
        (await Ask<long>(database, $"select {what}")).ShouldBe(expected, what);

    private static async Task Until(NpgsqlDataSource database, string question, ServiceProcess host)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!await Ask<bool>(database, question))
        {
            if (limit.IsCancellationRequested)
            {
                throw new TimeoutException($"{question}\n{host.Output()}");
            }

            await Task.Delay(5);
        }
    }

    private static async Task<T> Ask<T>(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
