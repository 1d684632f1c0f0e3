using System.Net;
using System.Text.Json;
using Flowstate.Contacts.Tests.Features;

namespace Flowstate.Contacts.Tests.Imports;

/// <summary>Columns that go to the workspace's own fields.</summary>
public sealed class OwnFieldImportTests(ContactsTest.Server server) : OwnFieldsTest(server)
{
    private static readonly object[] ToFields =
    [
        new { column = "Plan", field = "fields.plan" },
        new { column = "Interests", field = "fields.interests" },
        new { column = "Joined", field = "fields.joined_on" },
        new { column = "Fee", field = "fields.fee" },
        new { column = "Newsletter", field = "fields.newsletter" },
        new { column = "Page", field = "fields.page" },
        new { column = "Remark", field = "fields.remark" },
    ];

    [Fact]
    public async Task Each_kind_of_field_is_filled_from_how_people_write_it()
    {
        await ClubFields();
        var upload = await Upload(Club);
        // Those that are named like a field go there by themselves.
        Fields(upload)["Plan"].ShouldBe("fields.plan");
        Fields(upload)["Joined"].ShouldBeNull();

        var import = await Import(Club, new { mapping = ToFields });

        Counts(import).ShouldBe((2, 0, 0, 0));
        (await Own("Kari Berg")).ShouldBe(
            """{"fee": 1250.5, "page": "https://fjord.example/kari", "plan": "gold", "remark": "Likes boats", "interests": ["sailing", "skiing"], "joined_on": "2026-03-01", "newsletter": true}"""
        );
        (await Own("Ola Dal")).ShouldBe(
            """{"fee": 99, "page": "https://dal.example", "plan": "silver", "interests": ["skiing"], "joined_on": "2026-03-02", "newsletter": false}"""
        );
    }

    [Theory]
    [InlineData("fields.plan", "Bronze", "is not one of the options")]
    [InlineData("fields.interests", "Skiing; Chess", "is not among the options")]
    [InlineData("fields.joined_on", "31.02.2026", "is not a day such as 2026-03-01")]
    [InlineData("fields.fee", "a lot", "is not a number")]
    [InlineData("fields.fee", "9999999999999999", "is too large a number")]
    [InlineData("fields.newsletter", "perhaps", "is neither yes nor no")]
    [InlineData("fields.page", "javascript://x.example", "is not a link")]
    public async Task A_cell_that_its_field_cannot_hold_is_refused_with_its_reason_and_can_be_put_right(
        string field,
        string cell,
        string reason
    )
    {
        await ClubFields();
        var id = (await Upload($"Name,X\nKari Berg,\"{cell}\"\nOla Dal,\n")).GetProperty("id").GetGuid();

        var check = await Check(id, new { mapping = new[] { new { column = "X", field } } });

        Counts(check).ShouldBe((1, 0, 0, 1));
        var row = (await Rows(check, "refused")).ShouldHaveSingleItem();
        row.GetProperty("reason").GetString().ShouldBe($"X: “{cell}” {reason}");
        row.GetProperty("line").GetInt32().ShouldBe(2);
        (await Mend(id, 1, ["Kari Berg", ""])).GetProperty("outcome").GetString().ShouldBe("created");
        await Post($"/imports/{id}/start", new { }, HttpStatusCode.Accepted);
        Counts(await Over(id)).ShouldBe((2, 0, 0, 0));
    }

    [Theory]
    [InlineData("fill", "silver", """["skiing", "sailing"]""")]
    [InlineData("overwrite", "gold", """["skiing", "sailing"]""")]
    [InlineData("leave", "silver", """["skiing"]""")]
    public async Task Somebody_who_is_there_gets_what_the_import_was_told_and_the_undo_takes_it_back(
        string existing,
        string plan,
        string interests
    )
    {
        await ClubFields();
        var id = await Create(
            new
            {
                firstName = "Kari",
                lastName = "Berg",
                emails = new[] { new { value = "kari@fjord.example" } },
                fields = new { plan = "silver", interests = new[] { "skiing" } },
            }
        );
        var before = await Own("Kari Berg");
        // Later rows say more of the same person, and an undo goes back over all of them.
        var import = await Import(
            """
            Name,E-mail,Plan,Interests,Fee
            Kari Berg,kari@fjord.example,Gold,sailing,
            Kari Berg,kari@fjord.example,,,12
            """,
            new { existing }
        );

        var own = JsonDocument.Parse(await Own("Kari Berg")).RootElement;
        own.GetProperty("plan").GetString().ShouldBe(plan);
        own.GetProperty("interests").GetRawText().ShouldBe(interests);
        own.TryGetProperty("fee", out _).ShouldBe(existing != "leave");

        // What a person has written since is theirs.
        if (existing == "overwrite")
        {
            var edit = new
            {
                firstName = "Kari",
                lastName = "Berg",
                emails = new[] { new { value = "kari@fjord.example" } },
                fields = new { fee = 13 },
            };
            (await Put($"/{id}", edit, await Version(id))).StatusCode.ShouldBe(HttpStatusCode.OK);
            before = before.Replace("{", """{"fee": 13, """, StringComparison.Ordinal);
        }

        await Undo(import);
        (await Own("Kari Berg")).ShouldBe(before);
    }
}
