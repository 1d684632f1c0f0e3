using System.Net;
using Flowstate.Contacts.Events;

namespace Flowstate.Contacts.Tests.Features;

public class TouchAndFollowUpTests(ContactsTest.Server server) : ContactsTest(server)
{
    [Fact]
    public async Task A_touch_redates_the_next_one_from_itself_and_tells_the_others()
    {
        var id = await Create(new { firstName = "Ana", warmth = 4 });

        var logged = await Touch(id, at: Now.AddDays(-2));

        Round(logged.GetProperty("nextTouchAt").GetDateTimeOffset() - Now).ShouldBe(TimeSpan.FromDays(58));
        var told = (await Harness.Told.Wait<TouchLogged>(1, raised => raised.ContactId == id))[0];
        told.ByMemberId.ShouldBe(Me.Id);
        told.Channel.ShouldBe("call");
        told.NextTouchAt.ShouldBe(logged.GetProperty("nextTouchAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task A_touch_sent_twice_and_at_once_under_one_id_is_one_touch()
    {
        var id = await Create();
        var body = new
        {
            id = Guid.CreateVersion7(),
            channel = "whatsapp",
            outcome = "noThanks",
        };

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Post($"/{id}/touches", body)));

        answers.ShouldAllBe(answer => answer.GetProperty("id").GetGuid() == body.id);
        (await Get($"/{id}/timeline")).GetArrayLength().ShouldBe(1);
        Dues(await Card(id), "noThanks", Now).ShouldBe([TimeSpan.FromDays(7)]);
    }

    [Fact]
    public async Task A_touch_completes_the_follow_up_it_was_done_for()
    {
        var id = await Create();
        var due = (await Post($"/{id}/follow-ups", new { title = "Call", dueAt = Now })).GetProperty("id").GetGuid();

        await Post(
            $"/{id}/touches",
            new
            {
                channel = "call",
                followUpId = due,
                note = "Had a good talk",
            }
        );

        (await Card(id)).GetProperty("followUps").GetArrayLength().ShouldBe(0);
        (await Harness.Told.Wait<FollowUpClosed>(1, raised => raised.FollowUpId == due))[0].Status.ShouldBe("done");
        (
            await Refused(
                $"/{id}/touches",
                new { channel = "call", followUpId = Guid.CreateVersion7() },
                HttpStatusCode.NotFound
            )
        )
            .GetProperty("code")
            .GetString()
            .ShouldBe("contacts.follow-up-not-found");
        (await Get($"/{id}/timeline")).GetArrayLength().ShouldBe(2);
    }

    [Theory]
    [InlineData("pigeon", "reached", 0, "channel")]
    [InlineData("call", "maybe", 0, "outcome")]
    [InlineData("call", "reached", 3, "at")]
    public async Task A_touch_that_makes_no_sense_is_refused(string channel, string outcome, int hours, string field)
    {
        var id = await Create();

        var problem = await Refused(
            $"/{id}/touches",
            new
            {
                channel,
                outcome,
                at = Now.AddHours(hours),
            },
            HttpStatusCode.BadRequest
        );

        problem.GetProperty("errors").TryGetProperty(field, out _).ShouldBeTrue();
        (await Get($"/{id}/timeline")).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task No_thanks_climbs_the_ladder_and_the_contact_is_never_deleted()
    {
        var id = await Create(new { firstName = "Ana", warmth = 5 });
        List<double?> days = [];
        for (var no = 0; no < 5; no++)
        {
            var next = (await Touch(id, "noThanks")).GetProperty("nextTouchAt");
            days.Add(
                next.ValueKind == System.Text.Json.JsonValueKind.Null
                    ? null
                    : Math.Round((next.GetDateTimeOffset() - Now).TotalDays)
            );
        }

        days[..2].ShouldBe([7, 14]);
        days[2]!.Value.ShouldBeInRange(28, 31);
        days[3]!.Value.ShouldBeInRange(59, 62);
        days[4].ShouldBeNull();
        (await Card(id)).GetProperty("name").GetString().ShouldBe("Ana");
    }

    [Fact]
    public async Task A_follow_up_is_completed_once_and_a_recurring_one_comes_back()
    {
        var id = await Create();
        var body = new
        {
            title = "Weekly call",
            dueAt = Now.AddHours(-1),
            repeatEveryDays = 7,
        };
        var due = (await Post($"/{id}/follow-ups", body)).GetProperty("id").GetGuid();

        var first = await Post($"/{id}/follow-ups/{due}/complete", new { note = "Done" }, HttpStatusCode.OK);
        var again = await Post($"/{id}/follow-ups/{due}/complete", new { }, HttpStatusCode.OK);

        first.GetProperty("status").GetString().ShouldBe("done");
        again.GetProperty("id").GetGuid().ShouldBe(due);
        Dues(await Card(id), "manual", Now).ShouldBe([TimeSpan.FromDays(7) - TimeSpan.FromHours(1)]);
        (await Get("/daily-progress")).GetProperty("followUps").GetProperty("done").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_follow_up_can_be_put_off_but_not_into_the_past_and_not_once_it_is_done()
    {
        var id = await Create();
        var due = (await Post($"/{id}/follow-ups", new { title = "Call", dueAt = Now })).GetProperty("id").GetGuid();
        var path = $"/{id}/follow-ups/{due}/snooze";

        await Post(path, new { until = Now.AddDays(2) }, HttpStatusCode.OK);
        Dues(await Card(id), "manual", Now).ShouldBe([TimeSpan.FromDays(2)]);
        (await Harness.Told.Wait<FollowUpRescheduled>(1, raised => raised.FollowUpId == due)).Count.ShouldBe(1);
        await Refused(path, new { until = Now.AddMinutes(-1) }, HttpStatusCode.BadRequest);

        await Post($"/{id}/follow-ups/{due}/complete", new { }, HttpStatusCode.OK);
        (await Refused(path, new { until = Now.AddDays(2) }, HttpStatusCode.Conflict))
            .GetProperty("code")
            .GetString()
            .ShouldBe("contacts.follow-up-closed");
        await Refused($"/{id}/follow-ups/{Guid.CreateVersion7()}/complete", new { }, HttpStatusCode.NotFound);
    }
}
