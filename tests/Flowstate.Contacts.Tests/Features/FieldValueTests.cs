using System.Net;
using System.Text;
using System.Text.Json;
using Flowstate.Testing;

namespace Flowstate.Contacts.Tests.Features;

/// <summary>What contacts hold in the workspace's own fields.</summary>
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
}
