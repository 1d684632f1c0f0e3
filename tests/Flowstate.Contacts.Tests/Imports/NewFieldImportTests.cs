using System.Net;
using System.Text.Json;
using Flowstate.Contacts.Tests.Features;

namespace Flowstate.Contacts.Tests.Imports;

/// <summary>Columns that fields are made for, and what is refused before anything is written.</summary>
public sealed class NewFieldImportTests(ContactsTest.Server server) : OwnFieldsTest(server)
{
    [Fact]
    public async Task New_fields_are_of_the_kind_that_holds_every_cell_and_are_made_when_the_import_runs()
    {
        const string People = """
            Name,Size,Fee,Since,Active,Web,Remark,Code
            A,M,1,2026-01-01,yes,https://a.example,one,007
            B,L,2.5,01.02.2026,no,https://b.example,two,008
            C,M,3,3/4/2026,YES,,three,1
            D,m,,,,,four,2
            E,L,,,,,five,3
            F,S,,,,,six,4
            """;
        var upload = await Upload(People);
        var id = upload.GetProperty("id").GetGuid();
        var guesses = upload
            .GetProperty("columns")
            .EnumerateArray()
            .Skip(1)
            .Select(column =>
                (Column: column.GetProperty("column").GetString()!, Kind: column.GetProperty("guess").GetString()!)
            )
            .ToList();
        guesses.Select(guess => guess.Kind).ShouldBe(["choice", "number", "date", "yesNo", "url", "text", "text"]);
        var mapping = guesses.Select(guess => new
        {
            column = guess.Column,
            field = "newField",
            @new = new { label = $"My {guess.Column}", kind = guess.Kind },
        });

        var check = await Check(id, new { mapping });
        Counts(check).ShouldBe((6, 0, 0, 0));
        (await Get("/fields")).GetArrayLength().ShouldBe(0);
        await Post($"/imports/{id}/start", new { }, HttpStatusCode.Accepted);
        var done = await Over(id);

        Counts(done).ShouldBe((6, 0, 0, 0));
        Fields(done)["Size"].ShouldBe("fields.my_size");
        var size = (await Get("/fields")).EnumerateArray().First();
        size.GetProperty("kind").GetString().ShouldBe("choice");
        size.GetProperty("options")
            .EnumerateArray()
            .Select(option => option.GetProperty("label").GetString())
            .ShouldBe(["M", "L", "S"]);
        (await Own("D")).ShouldBe("""{"my_code": "2", "my_size": "m", "my_remark": "four"}""");

        // The undo keeps the fields; the next file of these columns goes to them.
        (await Undo(done))
            .GetProperty("columns")[1]
            .GetProperty("made")
            .GetBoolean()
            .ShouldBeTrue();
        (await Get("/fields")).GetArrayLength().ShouldBe(7);
        var again = await Upload(People);
        Fields(again)["Size"].ShouldBe("fields.my_size");
        again.GetProperty("columns")[1].GetProperty("made").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task What_does_not_fit_is_said_before_anything_is_written()
    {
        await ClubFields();
        await Post(
            "/fields",
            new
            {
                label = "Secret",
                kind = "text",
                sensitive = true,
            }
        );
        var id = (await Upload(Club)).GetProperty("id").GetGuid();
        await Refuse(HttpStatusCode.BadRequest, "validation-failed", new { column = "Plan", field = "newField" });
        await Refuse(HttpStatusCode.BadRequest, "validation-failed", New("Plan", "Plan", "colour"));
        await Refuse(HttpStatusCode.BadRequest, "validation-failed", New("Plan", new string('x', 101), "text"));
        await Refuse(
            HttpStatusCode.BadRequest,
            "contacts.unknown-field",
            new { column = "Plan", field = "fields.none" }
        );
        await Refuse(
            HttpStatusCode.Forbidden,
            "contacts.sensitive-field",
            new { column = "Fee", field = "fields.secret" }
        );
        await Refuse(HttpStatusCode.BadRequest, "contacts.field-twice", new { column = "Fee", field = "fields.plan" });
        await Refuse(HttpStatusCode.Conflict, "contacts.field-exists", New("Joined", "PLAN", "text"));
        await Refuse(
            HttpStatusCode.BadRequest,
            "contacts.field-twice",
            New("Joined", "One", "text"),
            New("Fee", "one", "text")
        );
        for (var there = 8; there < 200; there++)
        {
            await Post("/fields", new { label = $"Field {there}", kind = "text" });
        }

        var full = await Refuse(HttpStatusCode.Conflict, "contacts.too-many-fields", New("Joined", "One", "text"));
        full.GetProperty("detail").GetString()!.ShouldContain("a workspace has at most 200, and yours has 200");
        (await Get($"/imports/{id}")).GetProperty("state").GetString().ShouldBe("mapping");

        Task<JsonElement> Refuse(HttpStatusCode status, string code, params object[] mapping) =>
            Both(status, code, mapping);

        async Task<JsonElement> Both(HttpStatusCode status, string code, object[] mapping)
        {
            var problem = await Refused($"/imports/{id}/check", new { mapping }, status);
            problem.GetProperty("code").GetString().ShouldBe(code);
            problem = await Refused($"/imports/{id}/start", new { mapping }, status);
            problem.GetProperty("code").GetString().ShouldBe(code);
            return problem;
        }
    }

    [Fact]
    public async Task Who_may_not_add_fields_fills_those_that_are_there()
    {
        await ClubFields();
        var rep = Harness.As(
            Me with
            {
                Permissions = [ContactsModule.Read, ContactsModule.Write, ContactsModule.Import],
            }
        );
        var id = (await Upload("Name,Plan,Hat\nKari,Gold,XL\n", by: rep)).GetProperty("id").GetGuid();
        var problem = await Refused(
            $"/imports/{id}/start",
            new { mapping = new[] { New("Hat", "Hat", "text") } },
            HttpStatusCode.Forbidden,
            rep
        );
        problem.GetProperty("code").GetString().ShouldBe("contacts.new-field-forbidden");

        await Post($"/imports/{id}/start", new { }, HttpStatusCode.Accepted, rep);
        Counts(await Over(id, rep)).ShouldBe((1, 0, 0, 0));
        (await Own("Kari")).ShouldBe("""{"plan": "gold"}""");
    }

    [Fact]
    public async Task Of_a_choice_with_more_answers_than_one_may_have_the_others_are_refused()
    {
        var rows = string.Join('\n', Enumerable.Range(1, 203).Select(row => $"P{row},Answer {row}"));
        var import = await Import($"Name,Odd\n{rows}\n", new { mapping = new[] { New("Odd", "Odd", "choice") } });

        Counts(import).ShouldBe((200, 0, 0, 3));
        (await Rows(import, "refused"))[0]
            .GetProperty("reason")
            .GetString()
            .ShouldBe("Odd: “Answer 201” is not one of the options");
    }
}
