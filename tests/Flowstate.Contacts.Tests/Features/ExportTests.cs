using System.Net;
using Flowstate.Contacts.Tests.Imports;
using Flowstate.Testing;

namespace Flowstate.Contacts.Tests.Features;

public sealed class ExportTests(ContactsTest.Server server) : ImportsTest(server)
{
    [Theory]
    [InlineData("csv")]
    [InlineData("vcard")]
    public async Task What_is_taken_away_comes_back_whole(string format)
    {
        await Create(
            new
            {
                firstName = "Žofia",
                lastName = "Müller, \"the\" third",
                organisation = "=1+1; Fjord AS",
                title = "Chief\\Boss",
                emails = new[] { new { value = "zofia@fjord.example" }, new { value = "z@example.com" } },
                phones = new[] { new { value = "+4741234567" }, new { value = "+4741234568" } },
                tags = new[] { "vip", "autumn" },
                notes = $"First line\nSecond; line, {new string('ø', 200)}",
            }
        );
        var file = await Api.GetByteArrayAsync($"{Root}/export?format={format}", Ct);

        using var elsewhere = Harness.As(TestMember.New());
        var upload = await Send(file, $"contacts.{(format == "csv" ? "csv" : "vcf")}", elsewhere)
            .Json(HttpStatusCode.Created);
        var id = upload.GetProperty("data").GetProperty("id").GetGuid();
        await Post($"/imports/{id}/start", new { }, HttpStatusCode.Accepted, elsewhere);
        Counts(await Over(id, elsewhere)).ShouldBe((1, 0, 0, 0));

        var row = (await Get("/", elsewhere))[0].GetProperty("id").GetGuid();
        var card = await Get($"/{row}", elsewhere);
        card.GetProperty("firstName").GetString().ShouldBe("Žofia");
        card.GetProperty("lastName").GetString().ShouldBe("Müller, \"the\" third");
        // A spreadsheet must not run it: the file guards it with an apostrophe.
        card.GetProperty("organisation").GetString().ShouldBe(format == "csv" ? "'=1+1; Fjord AS" : "=1+1; Fjord AS");
        card.GetProperty("title").GetString().ShouldBe("Chief\\Boss");
        Values("emails").ShouldBe(["zofia@fjord.example", "z@example.com"]);
        Values("phones").ShouldBe(["+4741234567", "+4741234568"]);
        card.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()).ShouldBe(["vip", "autumn"]);
        card.GetProperty("notes").GetString()!.ShouldStartWith($"First line\nSecond; line, {new string('ø', 200)}");

        IEnumerable<string?> Values(string kind) =>
            card.GetProperty(kind).EnumerateArray().Select(point => point.GetProperty("normalised").GetString());
    }

    [Fact]
    public async Task All_of_a_filter_come_and_only_they()
    {
        var names = Enumerable.Range(0, 2300).Select(n => $"Ana{n},ana{n}@example.com,{(n % 2 == 0 ? "even" : "odd")}");
        await Import("Name,E-mail,Tags\n" + string.Join('\n', names));

        var lines = (await Api.GetStringAsync($"{Root}/export?tag=even", Ct)).Split(
            "\r\n",
            StringSplitOptions.RemoveEmptyEntries
        );

        lines[0].ShouldStartWith("First Name,Last Name,Company,Title,E-mail,Phone");
        lines.Length.ShouldBe(1 + 1150);
        lines.Skip(1).Distinct().Count().ShouldBe(1150);
        lines.Skip(1).ShouldAllBe(line => line.Contains(",even,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Own_fields_are_in_it_by_their_labels_and_sensitive_ones_are_not()
    {
        await Post(
            "/fields",
            new
            {
                label = "Diet",
                kind = "choice",
                options = new[] { new { label = "Vegan" } },
            }
        );
        await Post(
            "/fields",
            new
            {
                label = "Income",
                kind = "number",
                sensitive = true,
            }
        );
        var diet = (await Get("/fields"))
            .EnumerateArray()
            .First(field => field.GetProperty("key").GetString() == "diet");
        var vegan = diet.GetProperty("options")[0].GetProperty("id").GetString();
        await Create(
            new
            {
                firstName = "Ana",
                fields = new Dictionary<string, object> { ["diet"] = vegan!, ["income"] = 123456 },
            }
        );

        var file = await Api.GetStringAsync($"{Root}/export", Ct);

        file.Split("\r\n")[0].ShouldEndWith(",Diet");
        file.Split("\r\n")[1].ShouldEndWith(",Vegan");
        file.ShouldNotContain("123456");
    }

    [Fact]
    public async Task A_reader_without_the_right_gets_nothing_and_bad_questions_are_told()
    {
        using var reader = Harness.As(Me with { Permissions = [ContactsModule.Read] });
        (await reader.GetAsync($"{Root}/export", Ct)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await Api.GetAsync($"{Root}/export?format=pdf", Ct).Problem(HttpStatusCode.BadRequest);
        await Api.GetAsync($"{Root}/export?filter=nonsense", Ct).Problem(HttpStatusCode.BadRequest);
        await Api.GetAsync($"{Root}/export?search=a", Ct).Problem(HttpStatusCode.BadRequest);
    }
}
