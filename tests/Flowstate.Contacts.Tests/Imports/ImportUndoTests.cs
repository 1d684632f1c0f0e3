using System.Net;
using System.Text.Json;
using Flowstate.Contacts.Events;
using Flowstate.Contacts.Tests.Features;

namespace Flowstate.Contacts.Tests.Imports;

public sealed class ImportUndoTests(ContactsTest.Server server) : ImportsTest(server)
{
    private const string People = """
        First Name,Last Name,Organization Name,E-mail,Labels
        Kari,Berg,Fjord AS,kari@fjord.example,friends
        Ola,Dal,,ola@dal.example,
        Kari,Bergen,,kari@fjord.example,
        """;

    [Fact]
    public async Task Whom_the_import_brought_in_is_gone_and_others_hear_of_it()
    {
        var import = await Import(People);
        (await Everybody()).Count.ShouldBe(2);

        var undone = await Undo(import);

        Undone(undone).ShouldBe((2, 0, 0));
        undone.GetProperty("state").GetString().ShouldBe("undone");
        undone.GetProperty("undoUntil").ValueKind.ShouldBe(JsonValueKind.Null);
        (await Everybody()).ShouldBeEmpty();
        (await Get("/stages/counts")).GetRawText().ShouldNotContain("\"count\":1");
        var told = await Harness.Told.Wait<ContactsDeleted>(1, heard => heard.WorkspaceId == Me.WorkspaceId);
        told.ShouldHaveSingleItem().Contacts.Count.ShouldBe(2);

        // And the same file brings them in again.
        Counts(await Import(People)).ShouldBe((2, 0, 1, 0));
    }

    [Fact]
    public async Task Whom_somebody_else_has_meanwhile_is_left_as_they_are()
    {
        var id = await Create(new { firstName = "Kari", emails = new[] { new { value = "kari@fjord.example" } } });
        var import = await Import(
            """
            First Name,E-mail,Title
            Karin,kari@fjord.example,Boss
            """,
            new { existing = "overwrite" }
        );
        await Harness.Scalar<long>(
            $"with given as (update contacts.contacts set owner_id = '{Me.Colleague().Id}' where id = '{id}' returning 1) select count(*) from given"
        );

        Undone(await Undo(import)).ShouldBe((0, 0, 0));

        (await Card(id)).GetProperty("firstName").GetString().ShouldBe("Karin");
    }

    [Theory]
    [InlineData("fill")]
    [InlineData("overwrite")]
    public async Task Whom_the_import_changed_gets_back_what_they_were(string existing)
    {
        var id = await Create(
            new
            {
                firstName = "Kari",
                lastName = "Berg",
                emails = new[] { new { value = "kari@fjord.example" } },
                tags = new[] { "vip" },
                notes = "Met in Oslo",
            }
        );
        var before = await What(id);
        var import = await Import(
            """
            First Name,Last Name,Organization Name,E-mail,Phone,Labels,Notes,Title
            Kari,Bergen,Fjord AS,kari@fjord.example,+47 412 34 567,friends,Likes boats,Boss
            Kari,Berge,Fjord,kari@fjord.example,+47 412 34 568,old,Has two,Chief
            """,
            new { existing }
        );
        Counts(import).ShouldBe((0, 2, 0, 0));
        var card = await Card(id);
        card.GetProperty("lastName").GetString().ShouldBe(existing == "fill" ? "Berg" : "Berge");
        card.GetProperty("organisation").GetString().ShouldBe(existing == "fill" ? "Fjord AS" : "Fjord");
        card.GetProperty("phones").GetArrayLength().ShouldBe(2);

        Undone(await Undo(import)).ShouldBe((0, 1, 0));

        (await What(id)).ShouldBe(before);
    }

    [Fact]
    public async Task What_a_person_changed_since_is_theirs()
    {
        var id = await Create(new { firstName = "Kari", emails = new[] { new { value = "kari@fjord.example" } } });
        var import = await Import(
            """
            First Name,Organization Name,E-mail,Title
            Kari,Fjord AS,kari@fjord.example,Boss
            Ola,,ola@dal.example,
            Ida,,ida@dal.example,
            """
        );
        var edited = await Put(
            $"/{id}",
            new
            {
                firstName = "Kari",
                title = "Boss",
                organisation = "Fjell AS",
                emails = new[] { new { value = "kari@fjord.example" } },
            },
            await Version(id)
        );
        edited.StatusCode.ShouldBe(HttpStatusCode.OK);
        var ola = (await Everybody()).Single(row => row.GetProperty("firstName").GetString() == "Ola");
        await Touch(ola.GetProperty("id").GetGuid());

        Undone(await Undo(import)).ShouldBe((1, 1, 1));

        var kari = await Card(id);
        kari.GetProperty("organisation").GetString().ShouldBe("Fjell AS");
        kari.GetProperty("title").ValueKind.ShouldBe(JsonValueKind.Null);
        (await Everybody()).Select(row => row.GetProperty("firstName").GetString()).Order().ShouldBe(["Kari", "Ola"]);
    }

    [Fact]
    public async Task Existing_people_can_be_left_alone()
    {
        await Create(new { firstName = "Kari", emails = new[] { new { value = "kari@fjord.example" } } });

        Counts(await Import(People, new { existing = "leave" })).ShouldBe((1, 0, 2, 0));
    }

    [Fact]
    public async Task An_import_that_has_not_ended_an_old_one_and_anothers_cannot_be_undone()
    {
        var waiting = (await Upload(People)).GetProperty("id").GetGuid();
        await RefusedUndo(waiting, HttpStatusCode.Conflict, "contacts.import-not-over");

        var import = await Import(People);
        var id = import.GetProperty("id").GetGuid();
        Harness.Clock.Advance(TimeSpan.FromDays(31));
        await RefusedUndo(id, HttpStatusCode.Conflict, "contacts.import-too-old");
        await RefusedUndo(Guid.CreateVersion7(), HttpStatusCode.NotFound, "contacts.import-not-found");
        (await Everybody()).Count.ShouldBe(2);
    }

    private async Task RefusedUndo(Guid id, HttpStatusCode status, string code) =>
        (await Refused($"/imports/{id}/undo", new { }, status)).GetProperty("code").GetString().ShouldBe(code);

    private static (int Removed, int Restored, int Kept) Undone(JsonElement import)
    {
        var undone = import.GetProperty("undone");
        return (
            undone.GetProperty("removed").GetInt32(),
            undone.GetProperty("restored").GetInt32(),
            undone.GetProperty("kept").GetInt32()
        );
    }

    // All of it but what only says that something was written.
    private async Task<string> What(Guid id) =>
        await Harness.Scalar<string>(
            $"""
            select (to_jsonb(c) - 'version' - 'updated_at')::text || (
              select (to_jsonb(r) - 'sequence')::text from contacts.contact_rhythms r where r.contact_id = c.id) || (
              select jsonb_agg(to_jsonb(p) order by p.kind, p.position)::text from contacts.contact_points p
              where p.contact_id = c.id)
            from contacts.contacts c where id = '{id}'
            """
        );
}
