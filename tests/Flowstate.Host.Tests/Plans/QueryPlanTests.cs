using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Flowstate.Host.Tests.Authorisation;
using Flowstate.Testing;

namespace Flowstate.Host.Tests.Plans;

/// <summary>
/// Every page of the API, asked of a workspace of 30,000 people by an owner and by a rep, and the writes of a day: no
/// statement reads a large table from end to end. A new operation is asked by being in the OpenAPI document.
/// </summary>
public sealed class QueryPlanTests
{
    private const double Large = 5000;

    // What the list takes, each alone and some together.
    private static readonly string[] Lists =
    [
        "?search=ana",
        "?search=an",
        "?search=ana%20interested",
        "?search=ana&limit=20&stage=lead",
        "?stage=invited&limit=50",
        "?warmth=3",
        "?tag=vip",
        "?sort=name",
        "?sort=-lastTouch",
        "?sort=nextTouch",
    ];

    [Fact]
    public async Task No_statement_reads_a_large_table_from_end_to_end()
    {
        await using var host = await RunningHost.StartWithDemo(
            "--Limits:UserPerMinute=100000",
            "--Limits:AddressPerMinute=100000"
        );
        using var visitor = host.Client();
        using var owner = host.Client().WithToken(await visitor.SignIn("ana"));
        using var rep = host.Client().WithToken(await visitor.SignIn("jonas"));
        var document = JsonElement.Parse(await visitor.GetStringAsync("/openapi/v1.json"));
        await using var people = await Victim.In(host.Database);
        await ManyPeople.Fill(host.Database);
        await ManyPeople.Explain(host.Database);
        await Machine.Until(async () => (await owner.GetAsync("/api/v1/contacts?limit=1")).IsSuccessStatusCode);

        var pages = Operation.Of(document).Where(operation => operation.Method == "GET").ToList();
        foreach (var who in new[] { owner, rep })
        {
            foreach (var page in pages)
            {
                using var request = page.Request(document, people.Id);
                using var answer = await who.SendAsync(request);
                ((int)answer.StatusCode).ShouldBeLessThan(500, page.ToString());
            }

            foreach (var list in Lists)
            {
                using var answer = await who.GetAsync($"/api/v1/contacts{list}");
                answer.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.BadRequest);
            }

            var id = await ADay(who);
            if (who == owner)
            {
                using var erased = await owner.PostAsync($"/api/v1/contacts/{id}/erase", null);
                erased.StatusCode.ShouldBe(HttpStatusCode.NoContent);
            }
        }

        await Told(host);
        var server = await PostgresServer.Shared();
        var rows = await ManyPeople.Rows(host.Database);
        var large = rows.Where(table => table.Value >= Large).Select(table => table.Key).ToHashSet();
        string[] filled =
        [
            "contacts.contacts",
            "contacts.import_rows",
            "contacts.bulk_rows",
            "campaigns.recipients",
            "intelligence.subjects",
        ];
        filled.ShouldBeSubsetOf(large);
        var (plans, whole) = await ServerLog.Read(server.LogFile);

        plans.ShouldBeGreaterThan(500);
        whole
            .Where(one => large.Contains(one.Table))
            .Select(one => $"{one.Table}: {one.Statement}")
            .Distinct()
            .ShouldBeEmpty();
    }

    /// <summary>Somebody new comes in, is talked to, moves on and is planned for.</summary>
    private static async Task<Guid> ADay(HttpClient who)
    {
        const string contacts = "/api/v1/contacts";
        var mail = $"{Guid.CreateVersion7():N}@example.com";
        var person = new
        {
            firstName = "Iris",
            emails = new[] { new { value = mail } },
            phones = new[] { new { value = "+4790112233" } },
        };
        var id = (await who.PostAsJsonAsync(contacts, person).Json(HttpStatusCode.Created))
            .GetProperty("data")
            .GetProperty("id")
            .GetGuid();
        (string Path, object Body)[] steps =
        [
            ("touches", new { channel = "call" }),
            ("moves", new { to = "relationship" }),
            ("facts", new { eventId = mail, type = "INVITE_SENT" }),
            ("moves", new { to = "invited" }),
            ("follow-ups", new { title = "Call", dueAt = TimeProvider.System.GetUtcNow().AddDays(1) }),
        ];
        foreach (var (path, body) in steps)
        {
            using var answer = await who.PostAsJsonAsync($"{contacts}/{id}/{path}", body);
            answer.IsSuccessStatusCode.ShouldBeTrue($"{path}: {answer.StatusCode}");
        }

        return id;
    }

    /// <summary>Until the other modules have heard of it.</summary>
    private static async Task Told(RunningHost host)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(host.Database);
        await Machine.Until(async () =>
        {
            await using var command = source.CreateCommand(
                """
                select (select count(*) from contacts.outbox) + (select count(*) from intelligence.inbox where done_at is null)
                  + (select count(*) from campaigns.inbox where done_at is null) = 0
                """
            );
            return (bool)(await command.ExecuteScalarAsync())!;
        });
    }
}
