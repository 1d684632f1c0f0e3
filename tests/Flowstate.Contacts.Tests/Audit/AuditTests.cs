using System.Net;
using System.Text.Json;
using Flowstate.Shared.Messaging;
using Flowstate.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Flowstate.Contacts.Tests.Audit;

/// <summary>What is written down, for whom, and that it stays; shown on the module with the most to write down.</summary>
public class AuditTests(Features.ContactsTest.Server server) : Features.ContactsTest(server)
{
    private TestMember Auditor => Me with { Permissions = ["platform.audit"] };

    [Fact]
    public async Task A_change_tells_who_when_and_what_was_there_before()
    {
        var id = await Create(new { firstName = "Ana", warmth = 2 });
        (await Put($"/{id}", new { firstName = "Anna", warmth = 2 }, 1)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Api.DeleteAsync($"{Root}/{id}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        var log = await Log($"subject=contacts&subjectId={id}");

        log.Select(entry => entry.GetProperty("action").GetString()).ShouldBe(["update", "update", "insert"]);
        log.ShouldAllBe(entry => entry.GetProperty("memberId").GetGuid() == Me.Id);
        log.ShouldAllBe(entry => entry.GetProperty("request").GetString()!.Length == 32);
        var renamed = log[1].GetProperty("changes");
        renamed.GetProperty("first_name").EnumerateArray().Select(value => value.GetString()).ShouldBe(["Ana", "Anna"]);
        renamed.TryGetProperty("warmth", out _).ShouldBeFalse("nothing is written down of what stayed");
        renamed.TryGetProperty("search_text", out _).ShouldBeFalse();
        log[0].GetProperty("changes").TryGetProperty("deleted_at", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task What_a_key_did_names_the_key_beside_its_member()
    {
        var key = Guid.CreateVersion7();
        using var program = Harness.As(Me with { Key = key });
        var id = await Create(new { firstName = "Ana" }, program);
        (await Put($"/{id}", new { firstName = "Anna" }, 1)).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var reader = Harness.As(Me with { Key = key, Permissions = ["contacts.read"] });
        await Refused("/", new { firstName = "Eva" }, HttpStatusCode.Forbidden, reader);

        var log = await Log($"subject=contacts&subjectId={id}");
        log.Select(entry => entry.GetProperty("keyId").Deserialize<Guid?>()).ShouldBe([null, key]);
        log.ShouldAllBe(entry => entry.GetProperty("memberId").GetGuid() == Me.Id);
        log.ShouldAllBe(entry => entry.GetProperty("request").GetString()!.Length == 32);
        (await Log("action=refused")).Single().GetProperty("keyId").GetGuid().ShouldBe(key);
        var csv = await Audit.GetStringAsync($"{Path}/export?subject=contacts&subjectId={id}", Ct);
        csv.Split("\r\n")[2].ShouldEndWith($",{key}");
    }

    [Fact]
    public async Task What_is_refused_leaves_no_entry()
    {
        var id = await Create(new { firstName = "Ana" });
        (await Put($"/{id}", new { firstName = "Anna" }, 7)).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);

        (await Log($"subject=contacts&subjectId={id}")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_log_is_read_page_by_page_by_those_who_may_and_in_their_workspace()
    {
        for (var number = 0; number < 5; number++)
        {
            await Create(new { firstName = $"Person {number}" });
        }

        var all = await Log("subject=contacts");
        List<Guid> paged = [];
        var cursor = "";
        do
        {
            var page = await Audit.GetAsync($"{Path}?subject=contacts&limit=2&cursor={cursor}", Ct).Json();
            paged.AddRange(
                page.GetProperty("data").EnumerateArray().Select(entry => entry.GetProperty("id").GetGuid())
            );
            cursor = page.GetProperty("meta").GetProperty("nextCursor").GetString();
        } while (cursor is not null);

        paged.ShouldBe(all.Select(entry => entry.GetProperty("id").GetGuid()));
        paged.Count.ShouldBe(5);
        using var stranger = Harness.As(TestMember.New() with { Permissions = ["platform.audit"] });
        (await stranger.GetAsync(Path, Ct).Data<JsonElement>()).GetArrayLength().ShouldBe(0);
        (await Api.GetAsync(Path, Ct)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_statement_over_many_rows_is_written_down_by_one_statement()
    {
        await using var connection = await Harness.Owner.OpenConnectionAsync(Ct);
        await using var command = new NpgsqlCommand(
            $"""
            call contacts.enter('{Me.WorkspaceId}');
            insert into contacts.cadences (workspace_id, id, version, days_one, days_two, days_three, days_four, days_five)
            select gen_random_uuid(), gen_random_uuid(), 1, 1, 2, 3, 4, 5 from generate_series(1, 500);
            """,
            connection
        );
        var before = await Harness.Scalar<long>("select count(distinct tx) from contacts.audit");
        await command.ExecuteNonQueryAsync(Ct);

        (await Harness.Scalar<long>("select count(distinct tx) from contacts.audit")).ShouldBe(before + 1);
        (
            await Harness.Scalar<long>(
                "select max(n) from (select count(*) as n from contacts.audit where subject = 'cadences' group by tx) t"
            )
        ).ShouldBe(500);
    }

    [Theory]
    [InlineData("update contacts.audit set action = 'nothing'")]
    [InlineData("delete from contacts.audit")]
    [InlineData("truncate contacts.audit")]
    [InlineData("delete from contacts.audit_seals")]
    [InlineData("update contacts.audit_seals set rows = 0")]
    [InlineData("delete from contacts.audit_default")]
    [InlineData("alter table contacts.contacts disable trigger audit_update")]
    [InlineData("set session_replication_role = replica")]
    public async Task The_modules_role_can_add_to_the_log_and_nothing_else(string statement)
    {
        await Create();
        await using var command = Harness.Services.GetRequiredService<ModuleDatabase>().Source.CreateCommand(statement);

        (await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Ct))).SqlState.ShouldBe("42501");
    }

    private const string Path = "/api/v1/platform/audit";

    private HttpClient Audit => Harness.As(Auditor);

    private async Task<List<JsonElement>> Log(string query) =>
        [.. (await Audit.GetAsync($"{Path}?{query}", Ct).Data<JsonElement>()).EnumerateArray()];
}
