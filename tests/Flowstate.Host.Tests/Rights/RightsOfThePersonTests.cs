using System.Net;
using System.Text.Json;
using Flowstate.Host.Tests.Authorisation;
using Flowstate.Testing;
using Npgsql;

namespace Flowstate.Host.Tests.Rights;

/// <summary>
/// What is known of somebody is handed out whole, and is nowhere once they are erased: every column of every table of the
/// database is looked through.
/// </summary>
public sealed class RightsOfThePersonTests
{
    // Each with its reason, and when it ends.
    private static readonly string[] Leftovers =
    [
        // The answer to a request with an Idempotency-Key, for 24 hours: a repeat has to be answered alike.
        "contacts.idempotency_keys",
        // A row that was refused is nobody's: it is in the report of its import until that goes.
        "contacts.import_rows",
    ];

    private static readonly string[] EmptyByNature = ["possibleDuplicates"];

    [Fact]
    public async Task All_that_is_known_is_handed_out_and_nothing_is_left_after_erasing()
    {
        await using var host = await RunningHost.StartWithDemo("--Audit:SealEvery=00:00:00.200");
        using var visitor = host.Client();
        using var owner = host.Client().WithToken(await visitor.SignIn("ana"));
        await using var database = NpgsqlDataSource.Create(host.Database);
        (await Saying(database)).ShouldBeEmpty();
        var id = await KnownPerson.Meet(owner);
        await Quiet(database);
        (await Saying(database)).Count.ShouldBeGreaterThan(15);

        var known = await Handed(owner, $"/api/v1/contacts/{id}/personal-data");
        known
            .EnumerateObject()
            .Where(kind => kind.Value.GetArrayLength() == 0)
            .Select(kind => kind.Name)
            .ShouldBe(EmptyByNature);
        known.GetProperty("contacts").GetArrayLength().ShouldBe(2, "whom a merge made part of them");
        known.GetProperty("contacts").ToString().ShouldContain("\"illness\":\"Quillfeather\"");
        known.GetProperty("sends").ToString().ShouldContain("Hi Quillfeather");
        (await Handed(owner, $"/api/v1/campaigns/recipients/{id}/personal-data"))
            .GetProperty("sends")
            .ToString()
            .ShouldContain("Hi Quillfeather");
        (await Handed(owner, $"/api/v1/intelligence/subjects/{id}/personal-data"))
            .GetProperty("snooze")
            .ToString()
            .ShouldContain("is away");

        (await owner.PostAsync($"/api/v1/contacts/{id}/erase", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await Quiet(database);

        (await Saying(database)).Order(StringComparer.Ordinal).ShouldBe(Leftovers);
        (
            await Text(
                database,
                "select count(*)::text from contacts.import_rows r where to_jsonb(r)::text ~* 'quillfeather' and (contact_id is not null or outcome <> 'refused')"
            )
        ).ShouldBe("0");
        (await owner.GetAsync($"/api/v1/contacts/{id}/personal-data")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<JsonElement> Handed(HttpClient owner, string path)
    {
        using var answer = await owner.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        return JsonElement.Parse(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Until all events are handled.</summary>
    private static Task Quiet(NpgsqlDataSource database)
    {
        var waiting = new[] { "identity", "contacts", "campaigns", "intelligence" }.Select(schema =>
            $"(select count(*) from {schema}.outbox) + (select count(*) from {schema}.inbox where done_at is null)"
        );
        return Machine.Until(async () => await Text(database, $"select ({string.Join(" + ", waiting)})::text") == "0");
    }

    /// <summary>The tables in which a row says something of the person, as text or as bytes.</summary>
    private static async Task<List<string>> Saying(NpgsqlDataSource database)
    {
        List<string> saying = [];
        await using var tables = database.CreateCommand(
            """
            select format('%I.%I', n.nspname, c.relname), coalesce((
              select string_agg(format(' or position(convert_to(%L, ''UTF8'') in %I) > 0', $1, a.attname), '')
              from pg_attribute a where a.attrelid = c.oid and a.atttypid = 'bytea'::regtype and not a.attisdropped), '')
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
            order by 1
            """
        );
        tables.Parameters.Add(new() { Value = KnownPerson.Name });
        List<(string Table, string Bytes)> all = [];
        await using (var reader = await tables.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                all.Add((reader.GetString(0), reader.GetString(1)));
            }
        }

        all.Count.ShouldBeGreaterThan(60);
        foreach (var (table, bytes) in all)
        {
            var sql =
                $"select exists (select from {table} t where to_jsonb(t)::text ~* '{KnownPerson.Name}|{KnownPerson.Phone}'{bytes})::text";
            if (await Text(database, sql) == "true")
            {
                saying.Add(table);
            }
        }

        return saying;
    }

    private static async Task<string> Text(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
