using System.Net;
using System.Text;
using System.Text.Json;
using Flowstate.Testing;

namespace Flowstate.Contacts.Tests.Features;

/// <summary>What contacts hold in the workspace's own fields, and who sees the sensitive ones.</summary>
public class FieldValueTests(ContactsTest.Server server) : ContactsTest(server)
{
    private const string Everything =
        """{"text":"Runs","number":42.5,"date":"2026-02-28","choice":"a","multi":["a","b"],"yes":false,"url":"https://example.org/x?y=1"}""";

    [Fact]
    public async Task Every_kind_is_kept_and_shown_as_it_was_written()
    {
        await AllKinds();
        var id = await Create(new { firstName = "Ana", fields = JsonDocument.Parse(Everything).RootElement });

        Sorted((await Card(id)).GetProperty("fields")).ShouldBe(Sorted(JsonDocument.Parse(Everything).RootElement));
    }

    [Theory]
    [InlineData("number", "\"42\"")]
    [InlineData("number", "1e400")]
    [InlineData("number", "0.0000001")]
    [InlineData("date", "\"2026-02-29\"")]
    [InlineData("date", "\"28.02.2026\"")]
    [InlineData("choice", "\"c\"")]
    [InlineData("choice", "[\"a\"]")]
    [InlineData("multi", "[\"a\", \"c\"]")]
    [InlineData("multi", "\"a\"")]
    [InlineData("yes", "\"yes\"")]
    [InlineData("url", "\"javascript:alert(1)\"")]
    [InlineData("url", "\"example.org\"")]
    [InlineData("text", "7")]
    [InlineData("text", "\"\\u0000\"")]
    [InlineData("text", "\"\\ud800\"")]
    [InlineData("text", "{\"a\":1}")]
    public async Task What_does_not_fit_its_kind_is_refused_beside_the_field(string key, string value)
    {
        await AllKinds();
        var problem = await Sent($$"""{ "firstName": "Ana", "fields": { "{{key}}": {{value}} } }""");

        problem.GetProperty("code").GetString().ShouldBe("validation-failed");
        problem.GetProperty("errors").GetProperty($"fields.{key}")[0].GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task An_unknown_key_is_refused_and_nothing_is_written()
    {
        (await Sent("""{ "firstName": "Ana", "fields": { "nowhere": 1 } }"""))
            .GetProperty("code")
            .GetString()
            .ShouldBe("contacts.unknown-field");
        (await Get("/")).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task An_edit_keeps_what_it_does_not_name_and_null_clears()
    {
        await AllKinds();
        var id = await Create(new { firstName = "Ana", fields = new { text = "Runs", number = 3 } });

        (await Put($"/{id}", new { firstName = "Anna" }, 1)).StatusCode.ShouldBe(HttpStatusCode.OK);
        Sorted((await Card(id)).GetProperty("fields")).ShouldBe("""number=3;text="Runs";""");

        var body = new { firstName = "Anna", fields = new { text = (string?)null, yes = true } };
        (await Put($"/{id}", body, 2)).StatusCode.ShouldBe(HttpStatusCode.OK);
        Sorted((await Card(id)).GetProperty("fields")).ShouldBe("number=3;yes=true;");
    }

    [Fact]
    public async Task An_archived_field_keeps_what_it_holds_and_takes_nothing_new()
    {
        await AllKinds();
        var id = await Create(new { firstName = "Ana", fields = new { text = "Runs" } });
        var field = (await Get("/fields")).EnumerateArray().Single(one => one.GetProperty("key").GetString() == "text");
        await Post($"/fields/{field.GetProperty("id").GetGuid()}/archive", new { }, HttpStatusCode.OK);

        (await Put($"/{id}", new { firstName = "Ana", fields = new { text = "Runs" } }, 1)).StatusCode.ShouldBe(
            HttpStatusCode.OK
        );
        (await Put($"/{id}", new { firstName = "Ana", fields = new { text = "Swims" } }, 2)).StatusCode.ShouldBe(
            HttpStatusCode.BadRequest
        );
        Sorted((await Card(id)).GetProperty("fields")).ShouldBe("""text="Runs";""");
    }

    [Fact]
    public async Task What_is_sensitive_is_sealed_shown_to_those_who_may_and_told_nobody()
    {
        await Post(
            "/fields",
            new
            {
                label = "Illness",
                kind = "text",
                sensitive = true,
            }
        );
        var id = await Create(new { firstName = "Ana", fields = new { illness = "Secretitis" } });
        var rep = Harness.As(Me with { Permissions = ["contacts.read", "contacts.write"] });

        var card = await Card(id);
        card.GetProperty("fields").GetProperty("illness").GetString().ShouldBe("Secretitis");
        var veiled = await Get($"/{id}", rep);
        veiled.GetProperty("fields").EnumerateObject().ShouldBeEmpty();
        veiled.GetProperty("hiddenFields").EnumerateArray().Select(key => key.GetString()).ShouldBe(["illness"]);

        // Who does not see it edits the rest, and cannot change or clear it.
        (await Put($"/{id}", new { firstName = "Anna" }, 1, rep)).StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var value in new[] { "Health", null })
        {
            var body = new { firstName = "Anna", fields = new { illness = value } };
            (await Put($"/{id}", body, 2, rep)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }

        (await Card(id)).GetProperty("fields").GetProperty("illness").GetString().ShouldBe("Secretitis");
        (await Count("from contacts.contacts c where c::text like '%Secretitis%'")).ShouldBe(0);
        (await Count("from contacts.audit a where a::text like '%Secretitis%'")).ShouldBe(0);
        (await Count("from contacts.outbox a where a::text like '%Secretitis%'")).ShouldBe(0);
        (await Count("from contacts.contacts where starts_with(sealed_fields, 'v1:')")).ShouldBeGreaterThan(0);
        (await Get("/?search=secretitis")).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task The_log_tells_what_a_field_held_and_of_a_sensitive_one_only_that_it_changed()
    {
        await AllKinds();
        await Post(
            "/fields",
            new
            {
                label = "Illness",
                kind = "text",
                sensitive = true,
            }
        );
        var id = await Create(new { firstName = "Ana", fields = new { text = "Runs", illness = "Flu" } });
        var body = new { firstName = "Ana", fields = new { text = "Swims", illness = "Cold" } };
        (await Put($"/{id}", body, 1)).StatusCode.ShouldBe(HttpStatusCode.OK);
        // The same once more changes neither.
        (await Put($"/{id}", body, 2)).StatusCode.ShouldBe(HttpStatusCode.OK);

        using var auditor = Harness.As(Me with { Permissions = ["platform.audit"] });
        var log = await auditor
            .GetAsync($"/api/v1/platform/audit?subject=contacts&subjectId={id}&action=update", Ct)
            .Data<JsonElement>();
        var changed = log[1].GetProperty("changes");
        changed.GetProperty("custom_fields")[1].GetProperty("text").GetString().ShouldBe("Swims");
        changed.GetProperty("sealed_fields").GetString().ShouldBe("changed");
        log[0].GetProperty("changes").TryGetProperty("sealed_fields", out _).ShouldBeFalse();
        log[0].GetProperty("changes").TryGetProperty("custom_fields", out _).ShouldBeFalse();
    }

    private async Task AllKinds()
    {
        object[] options = [new { label = "A" }, new { label = "B" }];
        foreach (var (label, kind) in Kinds)
        {
            var choice = kind is "choice" or "multiChoice";
            await Post(
                "/fields",
                choice
                    ? new
                    {
                        label,
                        kind,
                        options,
                    }
                    : new { label, kind }
            );
        }
    }

    private static readonly (string Label, string Kind)[] Kinds =
    [
        ("Text", "text"),
        ("Number", "number"),
        ("Date", "date"),
        ("Choice", "choice"),
        ("Multi", "multiChoice"),
        ("Yes", "yesNo"),
        ("Url", "url"),
    ];

    private static string Sorted(JsonElement fields) =>
        string.Concat(
            fields
                .EnumerateObject()
                .OrderBy(field => field.Name, StringComparer.Ordinal)
                .Select(field => $"{field.Name}={field.Value.GetRawText()};")
        );

    private async Task<JsonElement> Sent(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await Api.PostAsync(Root, content, Ct).Problem(HttpStatusCode.BadRequest);
    }

    private Task<long> Count(string from) => Harness.Scalar<long>($"select count(*) {from}");
}
