using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using Flowstate.Testing;
using Npgsql;

namespace Flowstate.System.Tests;

/// <summary>
/// 20,000 rows, and the real host killed with -9 at ten random points: every row is written exactly once. Each chunk is
/// made to last a quarter of a second at least, so that a busy machine cannot finish the import between two looks at it.
/// </summary>
public sealed class ImportSurvivesKill
{
    private const int RowCount = 20_000;
    private const int People = 18_000;
    private const int Kills = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Every_row_is_written_exactly_once()
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
        await Slow(database);
        await StartImport(host);
        var aChunk = await TimeOfAChunk(database, host);
        var seen = 501;
        for (var kill = 1; kill <= Kills; kill++)
        {
            // Anywhere in the chunk after the next commit: before its transaction, inside it, or just after it.
            await Until(database, $"select next_row > {seen} from contacts.imports", host);
            await Task.Delay(RandomNumberGenerator.GetInt32(aChunk), TestContext.Current.CancellationToken);
            await host.Kill();
            seen = await Ask<int>(database, "select next_row from contacts.imports");
            (await Ask<string>(database, "select state from contacts.imports")).ShouldBe("running", $"kill {kill}");
            TestContext.Current.SendDiagnosticMessage($"kill {kill} before row {seen}");
            await host.Start();
        }

        await Until(database, "select state = 'done' from contacts.imports", host);
        (
            await Ask<string>(
                database,
                "select concat_ws(' ', created, updated, duplicates, refused, next_row) from contacts.imports"
            )
        ).ShouldBe($"{People} 0 1800 200 {RowCount + 1}");
        await Count(database, RowCount, "count(*) from contacts.import_rows");
        await Count(database, People, "count(*) from contacts.contacts");
        await Count(database, People, "count(distinct normalised) from contacts.contact_points where kind = 'email'");
        await Count(database, People, "count(*) from contacts.contact_rhythms");
        await Count(database, People, "sum(count)::bigint from contacts.stage_counters");
        await Count(database, 0, "count(*) from contacts.import_chunks");
        // And those who hear of contacts heard of each, once.
        await Until(database, "select count(*) = 0 from contacts.outbox", host);
        await Until(
            database,
            """
            select (select count(*) from intelligence.inbox where done_at is null)
                 + (select count(*) from campaigns.inbox where done_at is null) = 0
            """,
            host
        );
        await Count(database, People, "count(*) from intelligence.subjects where profile_version > 0");
        await Count(database, People, "count(*) from intelligence.next_actions");
        await Count(database, People, "count(*) from campaigns.recipients");
        folder.Delete(recursive: true);
    }

    private static async Task Slow(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand(
            """
            create function contacts.slow() returns trigger language plpgsql as $$
            begin perform pg_sleep(0.25); return new; end $$;
            create trigger slow before update on contacts.imports for each row execute function contacts.slow();
            """
        );
        await command.ExecuteNonQueryAsync();
    }

    // In milliseconds, on this machine today.
    private static async Task<int> TimeOfAChunk(NpgsqlDataSource database, ServiceProcess host)
    {
        await Until(database, "select next_row > 1 from contacts.imports", host);
        var watch = Stopwatch.StartNew();
        await Until(database, "select next_row > 501 from contacts.imports", host);
        return Math.Max((int)watch.ElapsedMilliseconds, 1);
    }

    private static async Task StartImport(ServiceProcess host)
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        var owner = new
        {
            workspaceName = "Northern Lights",
            name = "Ana Lindqvist",
            email = "ana@example.com",
            password = "a long enough sentence",
            country = "NO",
        };
        var session = await http.PostAsJsonAsync("/api/v1/identity/setup", owner).Json(HttpStatusCode.Created);
        http.WithToken(session.GetProperty("data").GetProperty("accessToken").GetString()!);
        var file = "Name,Company,E-mail,Phone\n" + string.Concat(Enumerable.Range(0, RowCount).Select(Row));
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes(file)), "file", "big.csv" },
        };
        var import = (await http.PostAsync("/api/v1/contacts/imports", form).Json(HttpStatusCode.Created))
            .GetProperty("data")
            .GetProperty("id");
        await http.PostAsJsonAsync($"/api/v1/contacts/imports/{import}/start", new { }).Json(HttpStatusCode.Accepted);
    }

    // Every tenth row repeats the mail of an earlier one, every hundredth has nobody in it.
    private static string Row(int i) =>
        i % 100 == 99 ? ",Nobody AS,,\n"
        : i % 10 == 9 ? $"Ana{i - 5},Fjord AS,ANA{i - 5}@example.com,\n"
        : $"Ana{i},Fjord AS,ana{i}@example.com,+47 41{i:D6}\n";

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
