using System.Net;
using System.Text.Json;
using Flowstate.Contacts.Tests.Features;
using Flowstate.Testing;

namespace Flowstate.Contacts.Tests.Filters;

public class FilterRefusalTests(ContactsTest.Server server) : ContactsTest(server)
{
    private const string Stage = """{"field":"stage","op":"is","value":"lead"}""";

    [Theory]
    [InlineData("nonsense", null)]
    [InlineData("[]", null)]
    [InlineData("{}", null)]
    [InlineData("""{"all":[],"any":[]}""", null)]
    [InlineData("""{"all":{}}""", null)]
    [InlineData("""{"all":[{"all":[{"any":[{"all":[]}]}]}]}""", null)]
    [InlineData($$"""{"all":[{{Stage}},{"field":"moon","op":"is","value":1}]}""", 2)]
    [InlineData($$"""{"all":[{{Stage}},{"any":[{"field":"custom.moon","op":"empty"}]}]}""", 2)]
    [InlineData("""{"all":[{"field":"stage","op":"like","value":"lead"}]}""", 1)]
    [InlineData("""{"all":[{"field":"stage","op":"greater","value":"lead"}]}""", 1)]
    [InlineData("""{"all":[{"field":"stage","op":"is","value":"moon"}]}""", 1)]
    [InlineData("""{"all":[{"field":"stage","op":"is","value":["lead"]}]}""", 1)]
    [InlineData("""{"all":[{"field":"stage","op":"anyOf","value":[]}]}""", 1)]
    [InlineData("""{"all":[{"field":"stage","op":"is","value":"lead","sql":"1=1"}]}""", 1)]
    [InlineData("""{"all":[{"field":"warmth","op":"greater","value":"3"}]}""", 1)]
    [InlineData("""{"all":[{"field":"created","op":"before","value":"yesterday"}]}""", 1)]
    [InlineData("""{"all":[{"field":"created","op":"inLastDays","value":-1}]}""", 1)]
    [InlineData("""{"all":[{"field":"owner","op":"is","value":"Ana"}]}""", 1)]
    [InlineData("""{"all":[{"field":"name","op":"is","value":"\u0000"}]}""", 1)]
    [InlineData("""{"all":[{"field":"name","op":"is","value":"\ud800"}]}""", null)]
    [InlineData("""{"all":[{"field":"source","op":"empty","value":1}]}""", 1)]
    public async Task What_makes_no_sense_is_refused_and_names_its_condition(string filter, int? condition)
    {
        foreach (var path in new[] { "/", "/count" })
        {
            var problem = await Api.GetAsync($"{Root}{path}?filter={Uri.EscapeDataString(filter)}", Ct)
                .Problem(HttpStatusCode.BadRequest);
            problem.GetProperty("code").GetString().ShouldBe("contacts.filter-invalid");
            var named = problem.TryGetProperty("condition", out var number) ? number.GetInt32() : (int?)null;
            named.ShouldBe(condition);
        }
    }

    [Fact]
    public async Task There_are_at_most_30_conditions()
    {
        (await Api.GetAsync(Path(30), Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Api.GetAsync(Path(31), Ct).ProblemCode(HttpStatusCode.BadRequest)).ShouldBe("contacts.filter-invalid");

        static string Path(int conditions)
        {
            var all = string.Join(',', Enumerable.Repeat(Stage, conditions));
            return $"{Root}?filter={Uri.EscapeDataString($$"""{"any":[{{all}}]}""")}";
        }
    }

    [Fact]
    public async Task Nobody_filters_by_a_sensitive_field_and_an_archived_one_still_says_what_it_holds()
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
        var hobby = await Post("/fields", new { label = "Hobby", kind = "text" });
        var id = await Create(new { firstName = "Ana", fields = new { hobby = "Chess", illness = "Flu" } });
        await Create(new { firstName = "Eva" });
        await Post($"/fields/{hobby.GetProperty("id").GetGuid()}/archive", new { }, HttpStatusCode.OK);

        (await Ids("custom.hobby", "chess")).ShouldBe([id]);
        var problem = await Api.GetAsync(Root + Query("custom.illness", "Flu"), Ct).Problem(HttpStatusCode.BadRequest);
        problem.GetProperty("detail").GetString().ShouldBe("Condition 1: Illness is sensitive: nobody filters by it.");
        (await Get("/?extras=true")).GetRawText().ShouldNotContain("Flu");
    }

    [Theory]
    [InlineData("'; drop table contacts.contacts; --")]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("{0}")]
    [InlineData("@f0")]
    public async Task What_somebody_writes_is_a_value_and_nothing_else(string text)
    {
        var mine = await Create(new { firstName = "Ana", source = text });
        await Create(new { firstName = "Eva", source = "other" });

        (await Ids("source", text)).ShouldBe([mine]);
        (await Ids("source", text, "contains")).ShouldBe([mine]);
    }

    [Fact]
    public async Task A_filter_keeps_to_what_a_rep_sees_and_goes_with_search_and_the_other_parameters()
    {
        var rep = Harness.As(Me.Colleague());
        var his = await Create(new { firstName = "Hisfriend", warmth = 4 }, rep);
        var mine = await Create(new { firstName = "Myfriend", warmth = 4 });
        await Create(new { firstName = "Myfriend", warmth = 2 });

        (await Ids("stage", "lead", by: rep)).ShouldBe([his]);
        (await Ids("owner", "me", by: rep)).ShouldBe([his]);
        (await Ids("stage", "lead", more: "&search=myfriend&warmth=4")).ShouldBe([mine]);
        (await Ids("stage", "lead", more: "&search=friend&warmth=4")).ShouldBe([mine, his], ignoreOrder: true);
        (await Get("/count" + Query("stage", "lead"), rep)).GetProperty("count").GetInt64().ShouldBe(1);
    }

    [Theory]
    [InlineData("name", "-name")]
    [InlineData("lastTouch", "created")]
    public async Task A_cursor_of_another_sort_is_refused(string sort, string other)
    {
        await Create();
        await Create();
        var page = await Api.GetAsync($"{Root}?sort={sort}&limit=1", Ct).Json();
        var cursor = page.GetProperty("meta").GetProperty("nextCursor").GetString();

        (
            await Api.GetAsync($"{Root}?sort={other}&cursor={cursor}&extras=true", Ct)
                .ProblemCode(HttpStatusCode.BadRequest)
        ).ShouldBe("bad-cursor");
        (await Api.GetAsync($"{Root}?sort=moon", Ct)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static string Query(string field, string value, string op = "is") =>
        $"?filter={Uri.EscapeDataString(JsonSerializer.Serialize(new { all = new[] { new { field, op, value } } }))}";

    private async Task<Guid[]> Ids(
        string field,
        string value,
        string op = "is",
        HttpClient? by = null,
        string more = ""
    ) =>
        [
            .. (await Get($"/{Query(field, value, op)}{more}", by))
                .EnumerateArray()
                .Select(row => row.GetProperty("id").GetGuid()),
        ];
}
