using System.Net;
using Flowstate.Contacts.Tests.Features;
using Flowstate.Testing;

namespace Flowstate.Contacts.Tests.Imports;

public sealed class ImportCheckTests(ContactsTest.Server server) : ImportsTest(server)
{
    private const string Mixed = """
        Name,Company,E-mail,Phone
        Kari Berg,Fjord AS,kari@fjord.example,+47 412 34 567
        Ola Dal,,ola@dal.example,
        Kari Berg,,KARI@fjord.example,+47 412 34 568
        ,Nobody AS,not a mail,
        Ida,"Broken "" AS,,
        Eva Vik,Vik AS,eva@vik.example,
        Tor,,tor@tor.example,
        """;

    [Fact]
    public async Task A_check_foresees_what_the_import_then_does_and_writes_nobody()
    {
        await Create(
            new
            {
                firstName = "Eva",
                lastName = "Vik",
                emails = new[] { new { value = "eva@vik.example" } },
            }
        );
        await Create(new { firstName = "Tor", emails = new[] { new { value = "tor@tor.example" } } });
        var id = (await Upload(Mixed)).GetProperty("id").GetGuid();

        var foreseen = await Check(id, new { stage = "qualified" });

        foreseen.GetProperty("state").GetString().ShouldBe("checked");
        Counts(foreseen).ShouldBe((2, 1, 2, 2));
        (await Everybody()).Count.ShouldBe(2);
        var duplicates = await Rows(foreseen, "duplicate");
        duplicates[0].GetProperty("reason").GetString().ShouldBe("The same person as row 1");

        await Post($"/imports/{id}/start", new { }, HttpStatusCode.Accepted);
        var done = await Over(id);
        Counts(done).ShouldBe(Counts(foreseen));
        done.GetProperty("stage").GetString().ShouldBe("qualified");
        (await Rows(done)).Count.ShouldBe(7);
        (await Everybody()).Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_refused_row_can_be_put_right_and_comes_in()
    {
        var id = (await Upload(Mixed)).GetProperty("id").GetGuid();
        var refused = await Rows(await Check(id), "refused");
        refused.Select(row => row.GetProperty("row").GetInt32()).ShouldBe([4, 5]);
        refused.Select(row => row.GetProperty("line").GetInt32()).ShouldBe([5, 6]);
        refused[0]
            .GetProperty("cells")
            .EnumerateArray()
            .Select(cell => cell.GetString())
            .ShouldBe(["", "Nobody AS", "not a mail", ""]);

        var still = await Mend(id, 4, ["", "", "nobody", ""]);
        still.GetProperty("outcome").GetString().ShouldBe("refused");
        still.GetProperty("reason").GetString().ShouldBe("No name, mail or phone (“nobody” is not a mail address)");
        var mended = await Mend(id, 4, ["Per Nord", "Nobody AS", "per@nobody.example", ""]);
        mended.GetProperty("outcome").GetString().ShouldBe("created");
        Counts(await Get($"/imports/{id}")).ShouldBe((5, 0, 1, 1));

        // A check that is made again, and the import, read what was put right.
        Counts(await Check(id)).ShouldBe((5, 0, 1, 1));
        await Post($"/imports/{id}/start", new { }, HttpStatusCode.Accepted);
        Counts(await Over(id)).ShouldBe((5, 0, 1, 1));
        (await Everybody()).Select(row => row.GetProperty("name").GetString()).ShouldContain("Per Nord");
    }

    [Fact]
    public async Task Rows_are_put_right_only_between_the_check_and_the_import()
    {
        var id = (await Upload(Mixed)).GetProperty("id").GetGuid();
        (
            await Put($"/imports/{id}/rows/4", new { cells = new[] { "Per" } }).ProblemCode(HttpStatusCode.Conflict)
        ).ShouldBe("contacts.import-not-checked");
        await Check(id);
        (
            await Put($"/imports/{id}/rows/1", new { cells = new[] { "Per" } }).ProblemCode(HttpStatusCode.NotFound)
        ).ShouldBe("contacts.import-row-not-found");
        await Put($"/imports/{id}/rows/4", new { cells = Array.Empty<string>() }).Problem(HttpStatusCode.BadRequest);
        await Post($"/imports/{id}/start", new { }, HttpStatusCode.Accepted);
        await Over(id);
        (await Refused($"/imports/{id}/check", new { }, HttpStatusCode.Conflict))
            .GetProperty("code")
            .GetString()
            .ShouldBe("contacts.import-begun");
    }

    [Fact]
    public async Task What_was_refused_can_be_taken_away_as_a_file()
    {
        var id = (await Upload(Mixed)).GetProperty("id").GetGuid();
        await Check(id);

        var file = await Api.GetStringAsync($"{Root}/imports/{id}/refused", Ct);

        var lines = file.Split("\r\n");
        lines[0].ShouldBe("Name,Company,E-mail,Phone,Line,Reason");
        lines[1]
            .ShouldBe(
                ",Nobody AS,not a mail,,5,No name, mail or phone (“not a mail” is not a mail address)".Replace(
                    "No name, mail or phone (“not a mail” is not a mail address)",
                    "\"No name, mail or phone (“not a mail” is not a mail address)\"",
                    StringComparison.Ordinal
                )
            );
    }
}
