using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Flowstate.Contacts.Events;
using Flowstate.Testing;

namespace Flowstate.Contacts.Tests.Features;

/// <summary>The four acceptance criteria of the method.</summary>
public class AcceptanceTests(ContactsTest.Server server) : ContactsTest(server)
{
    [Fact]
    public async Task No_show_gives_its_follow_ups_and_rebook_once_however_often_and_at_once_the_webhook_repeats()
    {
        var id = await Create();
        var fact = new
        {
            eventId = "hook-1",
            type = "NO_SHOW",
            at = Now,
        };

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(_ => Api.PostAsJsonAsync($"{Root}/{id}/facts", fact, Ct))
        );

        answers
            .CountBy(answer => answer.StatusCode)
            .ShouldBe([new(HttpStatusCode.Created, 1), new(HttpStatusCode.OK, 99)], ignoreOrder: true);
        var told = await Task.WhenAll(answers.Select(answer => answer.Content.ReadFromJsonAsync<JsonElement>(Ct)));
        told.Select(body => body.GetProperty("data").GetProperty("id").GetGuid()).Distinct().Count().ShouldBe(1);
        var card = await Card(id);
        Dues(card, "rebook", Now).ShouldBe([TimeSpan.FromHours(2), TimeSpan.FromDays(1)]);
        card.GetProperty("nextStep").GetString().ShouldBe("Rebook");
        (await Harness.Told.Wait<FactRecorded>(1, raised => raised.ContactId == id)).Count.ShouldBe(1);
        (await Harness.Told.Wait<FollowUpScheduled>(2, raised => raised.ContactId == id)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Video_sent_gives_two_follow_ups_and_the_card_shows_them()
    {
        var id = await Create();

        await Fact(id, "VIDEO_SENT", Now);

        Dues(await Card(id), "videoCheckIn", Now).ShouldBe([TimeSpan.FromHours(24), TimeSpan.FromHours(48)]);
    }

    [Fact]
    public async Task Days_and_streaks_are_right_across_midnight_in_the_members_time_zone()
    {
        // Tokyo is nine hours ahead: 15:00 UTC is its midnight.
        var api = Harness.As(Me with { TimeZone = "Asia/Tokyo" });
        var id = await Create(by: api);
        var tokyo = Now.ToOffset(TimeSpan.FromHours(9));
        var today = new DateTimeOffset(tokyo.Date, tokyo.Offset);
        foreach (var at in new[] { today, today.AddSeconds(-1), today.AddDays(-1), today.AddDays(-1).AddSeconds(-1) })
        {
            await Post(
                $"/{id}/facts",
                new
                {
                    eventId = at.ToString("O"),
                    type = "INVITE_SENT",
                    at,
                },
                by: api
            );
        }

        await Post(
            $"/{id}/facts",
            new
            {
                eventId = "old",
                type = "FOLLOW_UP_DONE",
                at = today.AddDays(-4),
            },
            by: api
        );

        var progress = await Get("/daily-progress", api);

        progress.GetProperty("date").GetString().ShouldBe(today.ToString("yyyy-MM-dd", null));
        progress.GetProperty("timeZone").GetString().ShouldBe("Asia/Tokyo");
        progress.GetProperty("invites").GetProperty("done").GetInt32().ShouldBe(1);
        progress.GetProperty("invites").GetProperty("target").GetInt32().ShouldBe(20);
        progress.GetProperty("followUps").GetProperty("target").GetInt32().ShouldBe(30);
        progress.GetProperty("streakDays").GetInt32().ShouldBe(3);
        var week = progress.GetProperty("week").EnumerateArray().ToList();
        week.Select(day => day.GetProperty("invites").GetInt32()).ShouldBe([0, 0, 0, 0, 1, 2, 1]);
        week.Select(day => day.GetProperty("followUps").GetInt32()).ShouldBe([0, 0, 1, 0, 0, 0, 0]);
        // The calendar's week begins on Monday, whichever day this is run on.
        var dmo = await Get("/dmo", api);
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        int[] invites = [0, -1, -1, -2];
        dmo.GetProperty("week").GetProperty("from").GetString().ShouldBe(monday.ToString("yyyy-MM-dd", null));
        dmo.GetProperty("week")
            .GetProperty("invites")
            .GetInt32()
            .ShouldBe(invites.Count(day => today.AddDays(day) >= monday));
        dmo.GetProperty("week").GetProperty("followUps").GetInt32().ShouldBe(today.AddDays(-4) >= monday ? 1 : 0);
        dmo.GetProperty("longestStreak").GetInt32().ShouldBe(3);
    }

    [Theory]
    [InlineData("frazer", "Relationship building")]
    [InlineData("flowstate", "Relationship")]
    [InlineData(null, "relationship")]
    public async Task Any_vocabulary_in_canonical_stored_any_vocabulary_out(string? vocabulary, string label)
    {
        var id = await Create();
        await Touch(id);

        var moved = await Post($"/{id}/moves", new { to = label, vocabulary }, HttpStatusCode.OK);

        moved.GetProperty("to").GetString().ShouldBe("relationship");
        moved.GetProperty("toLabel").GetString().ShouldBe(vocabulary == "frazer" ? label : "Relationship");
        (await Card(id)).GetProperty("stage").GetString().ShouldBe("relationship");
        (await Harness.Told.Wait<StageChanged>(1, raised => raised.ContactId == id))[0].To.ShouldBe("relationship");
    }

    [Fact]
    public async Task Each_vocabulary_lists_its_own_words_in_order()
    {
        var sales = await Get("/stages?vocabulary=sales");

        sales
            .EnumerateArray()
            .Select(stage => stage.GetProperty("label").GetString())
            .ShouldBe(["New", "Qualified", "Booked", "Held", "Won", "Lost"]);
        (await Get("/stages")).GetArrayLength().ShouldBe(9);
        (await Api.GetAsync($"{Root}/stages?vocabulary=klingon", Ct).ProblemCode(HttpStatusCode.BadRequest)).ShouldBe(
            "validation-failed"
        );
    }

    [Theory]
    [InlineData("recruiting", new[] { "New:3", "Qualified:0", "Booked:0", "Held:0", "Joined:0", "Lost:1" })]
    [InlineData("sales", new[] { "New:3", "Qualified:0", "Booked:0", "Held:0", "Won:0", "Lost:1" })]
    public async Task Statistics_answer_in_the_vocabulary_asked_for(string vocabulary, string[] expected)
    {
        await Create();
        await Create();
        var talking = await Create();
        await Touch(talking);
        await Move(talking, "relationship");
        await Move(await Create(), "notNow");

        var counts = await Get($"/stages/counts?vocabulary={vocabulary}");

        counts
            .EnumerateArray()
            .Select(stage => $"{stage.GetProperty("label").GetString()}:{stage.GetProperty("count").GetInt64()}")
            .ShouldBe(expected);
        (await Get($"/board?vocabulary={vocabulary}"))
            .GetProperty("columns")[8]
            .GetProperty("label")
            .GetString()
            .ShouldBe("Lost");
    }

    [Fact]
    public async Task No_show_as_a_stage_is_told_that_it_is_a_fact()
    {
        var problem = await Refused($"/{await Create()}/moves", new { to = "No-show" }, HttpStatusCode.BadRequest);

        problem.GetProperty("code").GetString().ShouldBe("contacts.unknown-stage");
        problem.GetProperty("detail").GetString()!.ShouldContain("NO_SHOW");
    }
}
