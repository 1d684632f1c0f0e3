using System.Net;

namespace Flowstate.Contacts.Tests.Features;

public class FactAndTimelineTests(ContactsTest.Server server) : ContactsTest(server)
{
    [Fact]
    public async Task A_fact_outside_the_catalogue_or_without_its_event_id_is_refused()
    {
        var id = await Create();

        await Refused($"/{id}/facts", new { eventId = "1", type = "WON_LOTTERY" }, HttpStatusCode.BadRequest);
        await Refused($"/{id}/facts", new { type = "NO_SHOW" }, HttpStatusCode.BadRequest);
        await Refused(
            $"/{id}/facts",
            new
            {
                eventId = "1",
                type = "NO_SHOW",
                source = "smoke",
            },
            HttpStatusCode.BadRequest
        );
        (await Get($"/{id}/timeline")).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task An_id_that_another_record_has_is_refused_and_not_swallowed()
    {
        var (first, second) = (await Create(), await Create());
        var touch = Guid.CreateVersion7();
        await Fact(first, "INVITE_SENT", eventId: "campaign-7");
        await Post($"/{first}/touches", new { id = touch, channel = "call" });

        (
            await Refused(
                $"/{second}/facts",
                new { eventId = "campaign-7", type = "INVITE_SENT" },
                HttpStatusCode.Conflict
            )
        )
            .GetProperty("code")
            .GetString()
            .ShouldBe("contacts.event-id-taken");
        await Refused($"/{first}/facts", new { eventId = "campaign-7", type = "NO_SHOW" }, HttpStatusCode.Conflict);
        (await Refused($"/{second}/touches", new { id = touch, channel = "call" }, HttpStatusCode.Conflict))
            .GetProperty("code")
            .GetString()
            .ShouldBe("contacts.touch-id-taken");

        (await Get($"/{second}/timeline")).GetArrayLength().ShouldBe(0);
        (await Get($"/{first}/timeline")).GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task A_fact_keeps_what_came_with_it()
    {
        var id = await Create();

        await Post(
            $"/{id}/facts",
            new
            {
                eventId = "e-1",
                type = "INVITE_SENT",
                source = "ig",
                properties = new { video = "A" },
                utm = new { campaign = "spring" },
                consent = new { mail = true },
            }
        );

        var entry = (await Get($"/{id}/timeline"))[0];
        entry.GetProperty("kind").GetString().ShouldBe("fact");
        entry.GetProperty("title").GetString().ShouldBe("Invite sent");
        entry.GetProperty("data").GetProperty("properties").GetProperty("video").GetString().ShouldBe("A");
        (
            await Harness.Scalar<string>($"select utm->>'campaign' from contacts.facts where contact_id = '{id}'")
        ).ShouldBe("spring");
    }

    [Fact]
    public async Task The_timeline_pages_through_everything_once_newest_first()
    {
        var id = await Create();
        for (var n = 0; n < 7; n++)
        {
            await Touch(id, at: Now.AddHours(-n));
            await Fact(id, "DM_STARTED", Now.AddHours(-n));
        }

        await Move(id, "relationship");

        var all = await AllPages($"/{id}/timeline", 4);

        all.Count.ShouldBe(15);
        all.Select(entry => entry.GetProperty("id").GetGuid()).ShouldBeUnique();
        all.Select(entry => entry.GetProperty("at").GetDateTimeOffset()).ShouldBeInOrder(SortDirection.Descending);
        all.Select(entry => entry.GetProperty("kind").GetString())
            .Distinct()
            .Order()
            .ShouldBe(["fact", "move", "touch"]);
    }
}
