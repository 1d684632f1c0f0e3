using System.Text.Json;

namespace Flowstate.Contacts.Tests.Features;

public class BoardTests(ContactsTest.Server server) : ContactsTest(server)
{
    [Fact]
    public async Task The_board_shows_every_stage_with_its_count_and_first_cards()
    {
        for (var n = 0; n < 5; n++)
        {
            await Create(new { firstName = $"Lead {n}", warmth = 3 });
        }

        var columns = await Columns("/board?perStage=3");

        columns
            .Select(column => column.GetProperty("stage").GetString())
            .ShouldBe([
                "lead",
                "relationship",
                "invited",
                "qualified",
                "presentationSent",
                "followUp",
                "signedUp",
                "notNow",
                "nurture",
            ]);
        columns[0].GetProperty("count").GetInt64().ShouldBe(5);
        columns[0].GetProperty("cards").GetArrayLength().ShouldBe(3);
        columns[0].GetProperty("label").GetString().ShouldBe("Lead");
        columns[1].GetProperty("cards").GetArrayLength().ShouldBe(0);
        columns[1].GetProperty("nextCursor").ValueKind.ShouldBe(JsonValueKind.Null);
        columns[1].GetProperty("conversion").ValueKind.ShouldBe(JsonValueKind.Null);
        var card = columns[0].GetProperty("cards")[0];
        card.GetProperty("warmth").GetInt32().ShouldBe(3);
        card.GetProperty("daysInStage").GetInt32().ShouldBe(0);
        card.GetProperty("version").GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task A_column_goes_on_from_where_the_board_stopped()
    {
        List<Guid> ids = [];
        for (var n = 0; n < 9; n++)
        {
            ids.Add(await Create());
        }

        var first = (await Columns("/board?perStage=4"))[0];
        var all = await AllPages("/board/lead", 4);

        all.Select(card => card.GetProperty("id").GetGuid()).Order().ShouldBe(ids.Order());
        var cursor = first.GetProperty("nextCursor").GetString();
        var second = await Get($"/board/lead?limit=100&cursor={cursor}");
        first
            .GetProperty("cards")
            .EnumerateArray()
            .Concat(second.EnumerateArray())
            .Select(card => card.GetProperty("id").GetGuid())
            .Order()
            .ShouldBe(ids.Order());
    }

    [Fact]
    public async Task Conversion_is_the_share_that_went_on_to_the_next_stage()
    {
        for (var n = 0; n < 4; n++)
        {
            var id = await Create();
            await Touch(id);
            if (n < 2)
            {
                await Move(id, "relationship");
            }
            else if (n == 2)
            {
                await Move(id, "notNow");
            }
        }

        var columns = await Columns("/board");

        columns[0].GetProperty("conversion").GetDouble().ShouldBe(0.5);
        columns[1].GetProperty("conversion").GetDouble().ShouldBe(0);
    }

    [Fact]
    public async Task A_card_goes_stale_after_two_weeks_with_nothing_planned()
    {
        var forgotten = await Create();
        var planned = await Create();
        await Post($"/{planned}/follow-ups", new { title = "Call", dueAt = Now.AddDays(30) });
        await Age(forgotten, planned);

        var cards = (await Columns("/board"))[0].GetProperty("cards").EnumerateArray().ToList();

        Stale(cards, forgotten).ShouldBeTrue();
        Stale(cards, planned).ShouldBeFalse();
        cards[0].GetProperty("daysInStage").GetInt32().ShouldBe(15);
    }

    [Fact]
    public async Task The_board_can_be_searched()
    {
        await Create(new { firstName = "Zebulon" });
        await Create(new { firstName = "Ana" });

        (await Columns("/board?search=ebul"))[0].GetProperty("cards").GetArrayLength().ShouldBe(1);
    }

    private static bool Stale(List<JsonElement> cards, Guid id) =>
        cards.Single(card => card.GetProperty("id").GetGuid() == id).GetProperty("stale").GetBoolean();

    private async Task Age(params Guid[] ids)
    {
        await using var command = Harness.Owner.CreateCommand(
            "update contacts.contacts set stage_entered_at = $1 where id = any($2)"
        );
        command.Parameters.Add(new() { Value = Now.AddDays(-15) });
        command.Parameters.Add(new() { Value = ids });
        await command.ExecuteNonQueryAsync(Ct);
    }

    private async Task<List<JsonElement>> Columns(string path) =>
        [.. (await Get(path)).GetProperty("columns").EnumerateArray()];
}
