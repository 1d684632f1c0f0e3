using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Flowstate.Testing;

namespace Flowstate.Contacts.Tests.Features;

/// <summary>The workspace's own fields: how they are made, renamed, put in order and put away.</summary>
public class FieldTests(ContactsTest.Server server) : ContactsTest(server)
{
    [Fact]
    public async Task A_key_is_made_from_the_label_stays_when_it_is_renamed_and_is_never_used_twice()
    {
        var size = await Field("Skostørrelse (EU)", "number");
        size.GetProperty("key").GetString().ShouldBe("skostorrelse_eu");
        var id = size.GetProperty("id").GetGuid();
        (await Put($"/fields/{id}", new { label = "Shoe size" }, 1)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Post($"/fields/{id}/archive", new { }, HttpStatusCode.OK))
            .GetProperty("archived")
            .GetBoolean()
            .ShouldBeTrue();

        (await Field("Skostørrelse (EU)", "text")).GetProperty("key").GetString().ShouldBe("skostorrelse_eu_2");
        (await Field("誕生日", "date")).GetProperty("key").GetString().ShouldBe("field");

        var list = await Get("/fields");
        list.EnumerateArray()
            .Select(field => (field.GetProperty("key").GetString(), field.GetProperty("label").GetString()))
            .ShouldBe([
                ("skostorrelse_eu_2", "Skostørrelse (EU)"),
                ("field", "誕生日"),
                ("skostorrelse_eu", "Shoe size"),
            ]);
    }

    [Fact]
    public async Task Options_are_renamed_by_id_added_and_archived_and_contacts_keep_what_they_hold()
    {
        var field = await Field("Plan", "choice", options: ["Gold", "Silver"]);
        var id = await Create(new { firstName = "Ana", fields = new { plan = "silver" } });
        var edited = await Put(
            $"/fields/{field.GetProperty("id").GetGuid()}",
            new
            {
                label = "Plan",
                options = new object[] { new { id = "gold", label = "Gold 2027" }, new { label = "Bronze" } },
            },
            1
        );
        var options = (await edited.Content.ReadFromJsonAsync<JsonElement>(Ct))
            .GetProperty("data")
            .GetProperty("options")
            .EnumerateArray()
            .Select(option =>
                (
                    option.GetProperty("id").GetString(),
                    option.GetProperty("label").GetString(),
                    option.GetProperty("archived").GetBoolean()
                )
            );

        options.ShouldBe([("gold", "Gold 2027", false), ("bronze", "Bronze", false), ("silver", "Silver", true)]);
        Fields(await Card(id)).GetProperty("plan").GetString().ShouldBe("silver");
        // What a form sends back unchanged is no new choice; another contact cannot choose it.
        (await Put($"/{id}", new { firstName = "Ana", fields = new { plan = "silver" } }, 1)).StatusCode.ShouldBe(
            HttpStatusCode.OK
        );
        await Refused("/", new { firstName = "Eva", fields = new { plan = "silver" } }, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task There_are_at_most_200_and_the_refusal_says_so()
    {
        await using (
            var command = Harness.Owner.CreateCommand(
                $"""
                insert into contacts.custom_fields (workspace_id, id, key, label, kind, sensitive, position, options, created_at, version)
                select '{Me.WorkspaceId}', gen_random_uuid(), 'f' || n, 'F' || n, 'text', false, n, '[]', now(), 1
                from generate_series(1, 199) n
                """
            )
        )
        {
            await command.ExecuteNonQueryAsync(Ct);
        }

        // Two at once for the last place.
        var both = await Task.WhenAll(
            Api.PostAsJsonAsync(Root + "/fields", new { label = "One", kind = "text" }, Ct),
            Api.PostAsJsonAsync(Root + "/fields", new { label = "Two", kind = "text" }, Ct)
        );
        both.Select(answer => answer.StatusCode).Order().ShouldBe([HttpStatusCode.Created, HttpStatusCode.Conflict]);

        var refused = await Refused("/fields", new { label = "Three", kind = "text" }, HttpStatusCode.Conflict);
        refused.GetProperty("code").GetString().ShouldBe("contacts.too-many-fields");
        refused.GetProperty("detail").GetString()!.ShouldContain("200");

        var last = (await Get("/fields"))[199].GetProperty("id").GetGuid();
        await Post($"/fields/{last}/archive", new { }, HttpStatusCode.OK);
        await Field("Three", "text");
        (await Refused($"/fields/{last}/restore", new { }, HttpStatusCode.Conflict))
            .GetProperty("code")
            .GetString()
            .ShouldBe("contacts.too-many-fields");
    }

    [Fact]
    public async Task Fields_are_put_in_order_by_naming_all_of_them()
    {
        Guid[] made =
        [
            (await Field("A", "text")).GetProperty("id").GetGuid(),
            (await Field("B", "text")).GetProperty("id").GetGuid(),
            (await Field("C", "text")).GetProperty("id").GetGuid(),
        ];
        Guid[] wanted = [made[2], made[0], made[1]];

        (await Put("/fields/order", new { ids = wanted })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await Ids()).ShouldBe(wanted);

        using var partial = await Put("/fields/order", new { ids = made[..2] });
        partial.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        await Post($"/fields/{made[2]}/archive", new { }, HttpStatusCode.OK);
        await Post($"/fields/{made[2]}/restore", new { }, HttpStatusCode.OK);
        (await Ids()).ShouldBe([made[0], made[1], made[2]], "it comes back at the end");
    }

    [Theory]
    [InlineData("""{ "label": "", "kind": "text" }""", "validation-failed")]
    [InlineData("""{ "label": "X", "kind": "poem" }""", "validation-failed")]
    [InlineData("""{ "label": "X", "kind": "choice" }""", "validation-failed")]
    [InlineData("""{ "label": "X", "kind": "text", "options": [{ "label": "A" }] }""", "validation-failed")]
    [InlineData(
        """{ "label": "X", "kind": "choice", "options": [{ "label": "A" }, { "label": "a" }] }""",
        "validation-failed"
    )]
    [InlineData("""{ "label": "X", "kind": "choice", "options": [null] }""", "validation-failed")]
    public async Task A_field_that_makes_no_sense_is_refused(string body, string code)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        (await Api.PostAsync(Root + "/fields", content, Ct).ProblemCode(HttpStatusCode.BadRequest)).ShouldBe(code);
    }

    [Fact]
    public async Task A_name_that_is_there_and_a_stale_version_are_refused()
    {
        var field = await Field("City of birth", "text");
        (await Refused("/fields", new { label = "city of BIRTH", kind = "text" }, HttpStatusCode.Conflict))
            .GetProperty("code")
            .GetString()
            .ShouldBe("contacts.field-exists");
        var path = $"/fields/{field.GetProperty("id").GetGuid()}";
        (await Put(path, new { label = "Born in" })).StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
        (await Put(path, new { label = "Born in" }, 7)).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await Put($"/fields/{Guid.CreateVersion7()}", new { label = "Born in" }, 1)).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await Put(path, new { label = "X", options = new[] { new { label = "A" } } }, 1)).StatusCode.ShouldBe(
            HttpStatusCode.BadRequest
        );
    }

    [Fact]
    public async Task They_are_read_with_contacts_read_and_changed_with_a_right_of_their_own()
    {
        var rep = Harness.As(Me with { Permissions = ["contacts.read", "contacts.write"] });
        var field = await Field("Hobby", "text");

        (await Get("/fields", rep)).GetArrayLength().ShouldBe(1);
        await Refused("/fields", new { label = "X", kind = "text" }, HttpStatusCode.Forbidden, rep);
        await Refused($"/fields/{field.GetProperty("id").GetGuid()}/archive", new { }, HttpStatusCode.Forbidden, rep);
        (await Get("/fields", Harness.As(TestMember.New()))).GetArrayLength().ShouldBe(0);
    }

    private static JsonElement Fields(JsonElement card) => card.GetProperty("fields");

    private async Task<Guid[]> Ids() =>
        [.. (await Get("/fields")).EnumerateArray().Select(field => field.GetProperty("id").GetGuid())];

    private Task<JsonElement> Field(string label, string kind, string[]? options = null) =>
        Post(
            "/fields",
            new
            {
                label,
                kind,
                options = options?.Select(option => new { label = option }),
            }
        );
}
