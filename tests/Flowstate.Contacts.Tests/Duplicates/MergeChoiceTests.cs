using System.Net;
using System.Text.Json;
using Flowstate.Contacts.Tests.Features;
using Flowstate.Testing;

namespace Flowstate.Contacts.Tests.Duplicates;

public class MergeChoiceTests(ContactsTest.Server server) : DuplicatesTest(server)
{
    [Fact]
    public async Task Each_field_can_be_chosen_and_what_is_no_choice_is_refused()
    {
        await Post("/fields", new { label = "Shoe size", kind = "number" });
        await Post(
            "/fields",
            new
            {
                label = "Likes",
                kind = "multiChoice",
                options = new[] { new { label = "Tea" }, new { label = "Cake" } },
            }
        );
        await Post(
            "/fields",
            new
            {
                label = "Illness",
                kind = "text",
                sensitive = true,
            }
        );
        var fields = await Get("/fields");
        var options = fields
            .EnumerateArray()
            .Single(field => field.GetProperty("key").GetString() == "likes")
            .GetProperty("options")
            .EnumerateArray()
            .Select(option => option.GetProperty("id").GetString())
            .ToArray();
        Dictionary<string, object> mine = new()
        {
            ["shoe_size"] = 38,
            ["likes"] = new[] { options[0] },
            ["illness"] = "Flu",
        };
        Dictionary<string, object> theirs = new()
        {
            ["shoe_size"] = 40,
            ["likes"] = new[] { options[1] },
            ["illness"] = "Cold",
        };
        var kept = await Create(
            new
            {
                firstName = "Ana",
                phones = new[] { new { value = "+4799960001" } },
                fields = mine,
            }
        );
        var other = await Create(
            new
            {
                firstName = "Eva",
                phones = new[] { new { value = "+4799960002" } },
                fields = theirs,
            }
        );
        Dictionary<string, string> choices = new()
        {
            ["firstName"] = "other",
            ["phones"] = "other",
            ["fields.shoe_size"] = "other",
            ["fields.illness"] = "other",
        };

        foreach (
            var (name, side) in new[]
            {
                ("firstName", "both"),
                ("nickname", "kept"),
                ("phones", "all"),
                ("fields.nope", "kept"),
            }
        )
        {
            var wrong = new Dictionary<string, string> { [name] = side };
            (await Send(kept, other, wrong).ProblemCode(HttpStatusCode.BadRequest)).ShouldBe("contacts.unknown-choice");
        }

        var rep = Harness.As(Me with { Permissions = ["contacts.read", "contacts.write"] });
        (await Send(kept, other, choices, by: rep).ProblemCode(HttpStatusCode.Forbidden)).ShouldBe(
            "contacts.sensitive-field"
        );
        var before = await Card(kept);
        var merge = await Merged(kept, other, choices);

        var card = await Card(kept);
        card.GetProperty("firstName").GetString().ShouldBe("Eva");
        card.GetProperty("phones").EnumerateArray().Single().GetProperty("value").GetString().ShouldBe("+4799960002");
        card.GetProperty("fields").GetProperty("shoe_size").GetInt32().ShouldBe(40);
        card.GetProperty("fields").GetProperty("illness").GetString().ShouldBe("Cold");
        Texts(card.GetProperty("fields").GetProperty("likes")).ShouldBe(options);
        foreach (var table in new[] { "merges", "audit", "outbox" })
        {
            (
                await Harness.Scalar<long>($"select count(*) from contacts.{table} a where a::text ~ 'Flu|Cold'")
            ).ShouldBe(0);
        }

        await Undo(merge);
        Unversioned(await Card(kept)).ShouldBe(Unversioned(before));
        (await Card(other)).GetProperty("fields").GetProperty("illness").GetString().ShouldBe("Cold");
    }

    private static string Unversioned(JsonElement card) =>
        string.Join('\n', card.EnumerateObject().Where(part => part.Name is not ("version" or "updatedAt")));
}
