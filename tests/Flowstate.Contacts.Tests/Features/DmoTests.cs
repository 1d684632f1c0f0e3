using System.Globalization;
using System.Text.Json;
using Flowstate.Identity.Events;
using Flowstate.Testing;

namespace Flowstate.Contacts.Tests.Features;

public class DmoTests(ContactsTest.Server server) : ContactsTest(server)
{
    // The nights in which Oslo's clocks change, and the hours that its day has then. The host's clock only goes forward.
    [Fact]
    public async Task Days_weeks_and_streaks_are_right_across_midnight_where_a_day_has_23_hours_or_25()
    {
        foreach (var sunday in new[] { new DateTime(2032, 3, 28, 0, 0, 0), new DateTime(2032, 10, 31, 0, 0, 0) })
        {
            var me = Me with { Id = Guid.CreateVersion7(), TimeZone = "Europe/Oslo" };
            await Joined(me, "Europe/Oslo");
            using var api = Harness.As(me);
            Harness.Clock.SetUtcNow(Oslo(sunday.AddDays(1).AddHours(12)));
            var id = await Create(by: api);
            foreach (
                var local in new[]
                {
                    sunday.AddSeconds(-1),
                    sunday,
                    sunday.AddHours(23.99),
                    sunday.AddDays(1),
                    sunday.AddDays(1).AddHours(11),
                }
            )
            {
                await Invite(id, Oslo(local), api);
            }

            var day = await Get("/daily-progress", api);
            var dmo = await Get("/dmo", api);

            day.GetProperty("week")
                .EnumerateArray()
                .Select(one => one.GetProperty("invites").GetInt32())
                .ShouldBe([0, 0, 0, 0, 1, 2, 2]);
            day.GetProperty("streakDays").GetInt32().ShouldBe(3);
            dmo.GetProperty("streakDays").GetInt32().ShouldBe(3);
            dmo.GetProperty("longestStreak").GetInt32().ShouldBe(3);
            dmo.GetProperty("week")
                .GetProperty("from")
                .GetString()
                .ShouldBe(sunday.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            dmo.GetProperty("week").GetProperty("invites").GetInt32().ShouldBe(2);
            dmo.GetProperty("days").GetArrayLength().ShouldBe(42);
            (await Get("/leaderboard", api))
                .EnumerateArray()
                .Single(one => one.GetProperty("me").GetBoolean())
                .GetProperty("invites")
                .GetInt32()
                .ShouldBe(2);

            // A second past midnight the day is a new one, and the streak still runs.
            Harness.Clock.SetUtcNow(Oslo(sunday.AddDays(2).AddSeconds(1)));
            var next = await Get("/daily-progress", api);
            next.GetProperty("invites").GetProperty("done").GetInt32().ShouldBe(0);
            next.GetProperty("streakDays").GetInt32().ShouldBe(3);
        }
    }

    [Fact]
    public async Task The_leaderboard_names_who_did_what_this_week_by_their_own_clock_and_nobodys_contacts()
    {
        var (tom, eva, idle) = (Me.Colleague(name: "Tom"), Me.Colleague(name: "Eva"), Me.Colleague(name: "Idle"));
        await Joined(Me, "Europe/Oslo");
        await Joined(tom, "Europe/Oslo");
        await Joined(eva, "Pacific/Auckland");
        await Joined(idle, "UTC");
        using var toms = Harness.As(tom);
        using var evas = Harness.As(eva);
        var (his, hers) = (await Create(by: toms), await Create(by: evas));
        await Invite(his, Now, toms);
        await Invite(his, Now, toms);
        await Invite(hers, Now, evas);
        await Post(
            $"/{hers}/facts",
            new
            {
                eventId = $"{Guid.CreateVersion7()}",
                type = "FOLLOW_UP_DONE",
                at = Now,
            },
            by: evas
        );
        await Invite(hers, Now.AddDays(-8), evas);

        var board = (await Get("/leaderboard")).EnumerateArray().ToList();

        board
            .Select(row =>
                $"{row.GetProperty("place")} {row.GetProperty("name")} {row.GetProperty("invites")} {row.GetProperty("followUps")}"
            )
            .ShouldBe(["1 Tom 2 0", "1 Eva 1 1", "3 Ana Lindqvist 0 0"]);
        board[2].GetProperty("me").GetBoolean().ShouldBeTrue();
        board[0]
            .EnumerateObject()
            .Select(member => member.Name)
            .ShouldBe(["place", "memberId", "name", "me", "invites", "followUps"]);
    }

    private Task<JsonElement> Invite(Guid id, DateTimeOffset at, HttpClient by) =>
        Post(
            $"/{id}/facts",
            new
            {
                eventId = $"{Guid.CreateVersion7()}",
                type = "INVITE_SENT",
                at,
            },
            by: by
        );

    private Task Joined(TestMember member, string zone) =>
        Harness.Hear(new MemberJoined(Me.WorkspaceId, member.Id, 1, Now, member.Name, member.Role, zone, null));

    private static DateTimeOffset Oslo(DateTime local)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
