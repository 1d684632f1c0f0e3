using System.Net;
using System.Net.Http.Json;
using Flowstate.Campaigns.Events;
using Flowstate.Contacts.Events;
using Flowstate.Contacts.Jobs;
using Flowstate.Identity.Events;
using Flowstate.Testing;

namespace Flowstate.Contacts.Tests.Features;

/// <summary>Who is erased is nowhere any more: every table of the module is looked through for what was said of them.</summary>
public class EraseTests(ContactsTest.Server server) : ContactsTest(server)
{
    private const string Unmistakable = "Quillfeather";

    [Fact]
    public async Task Nothing_is_left_of_a_person_but_an_id()
    {
        var id = await SomebodyKnown();
        (await TablesThatSay(Unmistakable)).Count.ShouldBeGreaterThan(6);
        var version = (
            await Harness.Scalar<long>($"select sequence from contacts.contact_rhythms where contact_id = '{id}'")
        );

        await Do($"/{id}/erase");

        (await TablesThatSay(Unmistakable)).ShouldBeEmpty();
        (await TablesThatSay(id.ToString(), ["audit", "inbox", "outbox", "erased_contacts"])).ShouldBeEmpty();
        (
            await Harness.Scalar<long>($"select count(*) from contacts.erased_contacts where contact_id = '{id}'")
        ).ShouldBe(1);
        var told = await Harness.Told.Wait<ContactsErased>(1, heard => heard.WorkspaceId == Me.WorkspaceId);
        told.Single().Contacts.ShouldBe([new DeletedContact(id, version + 1)]);
        (await Api.GetAsync($"{Root}/{id}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await Refused($"/{id}/restore", new { }, HttpStatusCode.NotFound);
        await Refused($"/{id}/erase", new { }, HttpStatusCode.NotFound);
        (
            await Harness.Scalar<long>(
                $"select coalesce(sum(count), 0)::bigint from contacts.stage_counters where workspace_id = '{Me.WorkspaceId}'"
            )
        ).ShouldBe(0);
    }

    [Fact]
    public async Task Whom_a_merge_made_part_of_them_goes_along()
    {
        var (kept, other) = (await Create(new { firstName = "Ana" }), await Create(new { firstName = Unmistakable }));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Root}/{kept}/merge")
        {
            Content = JsonContent.Create(new { otherId = other, otherVersion = 1 }),
        };
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        (await Api.SendAsync(request, Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var path in new[] { $"/{other}/erase", $"/{other}/personal-data" })
        {
            using var asked = new HttpRequestMessage(
                path.EndsWith("erase", StringComparison.Ordinal) ? HttpMethod.Post : HttpMethod.Get,
                Root + path
            );
            (await Api.SendAsync(asked, Ct).ProblemCode(HttpStatusCode.NotFound)).ShouldBe("contacts.merged");
        }

        await Do($"/{kept}/erase");

        var told = await Harness.Told.Wait<ContactsErased>(1, heard => heard.WorkspaceId == Me.WorkspaceId);
        told.Single().Contacts.Select(gone => gone.ContactId).Order().ShouldBe(new[] { kept, other }.Order());
        (await TablesThatSay(Unmistakable)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_was_deleted_can_be_restored_for_30_days_and_is_erased_then()
    {
        await Harness.Hear(new WorkspaceCreated(Me.WorkspaceId, 1, Now, "Team", "NO", "Europe/Oslo", Me.Id));
        var (old, recent, living) = (await Create(), await Create(), await Create());
        foreach (var id in new[] { old, recent })
        {
            (await Api.DeleteAsync($"{Root}/{id}", Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        }

        await Age(old, Now.AddDays(-30).AddMinutes(-1));
        await Age(recent, Now.AddDays(-30).AddMinutes(1));
        await RunJob<PurgeDeleted>();

        await Refused($"/{old}/restore", new { }, HttpStatusCode.NotFound);
        await Do($"/{recent}/restore");
        (await Card(living)).GetProperty("id").GetGuid().ShouldBe(living);
        var told = await Harness.Told.Wait<ContactsErased>(1, heard => heard.WorkspaceId == Me.WorkspaceId);
        told.Single().ByMemberId.ShouldBeNull();
        told.Single().Contacts.Single().ContactId.ShouldBe(old);
    }

    private async Task Do(string path) =>
        (await Api.PostAsync(Root + path, null, Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

    private Task Age(Guid id, DateTimeOffset deletedAt) =>
        Harness.Execute($"update contacts.contacts set deleted_at = '{deletedAt:O}' where id = '{id}'");

    /// <summary>Somebody of whom every table says something.</summary>
    private async Task<Guid> SomebodyKnown()
    {
        var id = await Create(
            new
            {
                firstName = "Xenia",
                lastName = Unmistakable,
                emails = new[] { new { value = $"{Unmistakable}@example.com" } },
                notes = $"Met {Unmistakable} in Oslo",
                tags = new[] { Unmistakable },
            }
        );
        await Post($"/{id}/touches", new { channel = "call", note = $"{Unmistakable} was glad" });
        var told = new
        {
            eventId = $"{Unmistakable}-1",
            type = "DM_STARTED",
            properties = new { name = Unmistakable },
        };
        await Post($"/{id}/facts", told);
        await Move(id, "relationship");
        await Post($"/{id}/moves", new { to = "lead", reason = $"{Unmistakable} asked" }, HttpStatusCode.OK);
        await Post($"/{id}/follow-ups", new { title = $"Call {Unmistakable}", dueAt = Now.AddDays(1) });
        await Harness.Hear(
            new WordsSent(Me.WorkspaceId, Guid.CreateVersion7(), 1, Now, id, Me.Id, null, "sms", $"Hi {Unmistakable}")
        );
        return id;
    }

    private async Task<List<string>> TablesThatSay(string text, string[]? leaveOut = null)
    {
        List<string> saying = [];
        var tables = await Harness.Scalar<string[]>(
            """
            select array_agg(c.relname::text order by c.relname) from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'contacts'::regnamespace and a.attname = 'workspace_id' and c.relkind in ('r', 'p')
              and not c.relispartition and c.relname not in ('inbox', 'outbox')
            """
        );
        foreach (var table in tables.Except(leaveOut ?? []))
        {
            var rows = await Harness.Scalar<long>(
                $"select count(*) from contacts.{table} t where workspace_id = '{Me.WorkspaceId}' and to_jsonb(t)::text ilike '%{text}%'"
            );
            if (rows > 0)
            {
                saying.Add(table);
            }
        }

        return saying;
    }
}
