using System.Net;
using Flowstate.Testing;

namespace Flowstate.Contacts.Tests.Features;

public class DaySettingsTests(ContactsTest.Server server) : ContactsTest(server)
{
    [Fact]
    public async Task Targets_and_quiet_hours_are_the_workspaces()
    {
        var answer = await Put(
            "/day-settings",
            new
            {
                inviteTarget = 5,
                followUpTarget = 7,
                quietFrom = "21:00:00",
                quietUntil = "08:00:00",
            },
            0
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);

        var day = await Get("/daily-progress");
        day.GetProperty("invites").GetProperty("target").GetInt32().ShouldBe(5);
        day.GetProperty("followUps").GetProperty("target").GetInt32().ShouldBe(7);
        (await Get("/dmo")).GetProperty("targets").GetProperty("invites").GetInt32().ShouldBe(5);
        (await Get("/day-settings")).GetProperty("quietUntil").GetString().ShouldBe("08:00:00");
        (await Put("/day-settings", new { inviteTarget = 5, followUpTarget = 7 }, 0)).StatusCode.ShouldBe(
            HttpStatusCode.PreconditionFailed
        );
        foreach (
            var wrong in new object[]
            {
                new { inviteTarget = 0, followUpTarget = 7 },
                new
                {
                    inviteTarget = 5,
                    followUpTarget = 7,
                    quietFrom = "21:00:00",
                },
                new
                {
                    inviteTarget = 5,
                    followUpTarget = 7,
                    quietFrom = "21:00:00",
                    quietUntil = "21:00:00",
                },
            }
        )
        {
            (await Put("/day-settings", wrong, 2)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }
    }

    [Fact]
    public async Task A_fact_in_the_evening_is_followed_up_when_the_contacts_night_is_over()
    {
        await Put(
            "/day-settings",
            new
            {
                inviteTarget = 5,
                followUpTarget = 7,
                quietFrom = "00:00:00",
                quietUntil = "23:59:00",
            },
            0
        );
        var id = await Create(new { firstName = "Ana", timeZone = "Asia/Tokyo" });

        await Fact(id, "NO_SHOW", Now);

        foreach (var followUp in (await Card(id)).GetProperty("followUps").EnumerateArray())
        {
            var due = followUp.GetProperty("dueAt").GetDateTimeOffset().ToOffset(TimeSpan.FromHours(9));
            due.TimeOfDay.ShouldBe(new TimeSpan(23, 59, 0));
        }
    }

    [Fact]
    public async Task A_days_questions_are_answered_kept_and_read_by_nobody_else()
    {
        var day = await Get("/coaching");
        var date = day.GetProperty("date").GetString();
        var question = day.GetProperty("questions")[0].GetProperty("question").GetString();
        day.GetProperty("questions").GetArrayLength().ShouldBe(5);

        foreach (var text in new[] { "First", " Better " })
        {
            (await Put($"/coaching/{date}/{question}", new { text })).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        (await Get("/coaching")).GetProperty("questions")[0].GetProperty("answer").GetString().ShouldBe("Better");
        var kept = await Get("/coaching/answers");
        kept.GetArrayLength().ShouldBe(1);
        kept[0].GetProperty("answers")[0].GetProperty("answer").GetString().ShouldBe("Better");
        (await Get($"/coaching/answers?before={date}")).GetArrayLength().ShouldBe(0);
        (await Get("/coaching/answers", Harness.As(Me.Colleague("owner")))).GetArrayLength().ShouldBe(0);
        (await Put($"/coaching/{date}/dance", new { text = "x" }).ProblemCode(HttpStatusCode.NotFound)).ShouldBe(
            "contacts.not-asked"
        );
        (await Put($"/coaching/2020-01-01/{question}", new { text = "x" })).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await Put($"/coaching/{date}/{question}", new { text = " " })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }
}
