using System.Net;
using Flowstate.Identity.Events;
using Flowstate.Testing;

namespace Flowstate.Identity.Tests.Features;

public sealed class MeTests : IdentityTest
{
    [Fact]
    public async Task A_member_changes_name_time_zone_and_minutes_and_the_others_hear_of_it()
    {
        var owner = await Owner();

        var me = (
            await owner
                .Put(
                    "me",
                    new
                    {
                        name = " Ana L. ",
                        timeZone = "America/New_York",
                        minutesPerDay = 45,
                    },
                    "\"1\""
                )
                .Json()
        ).GetProperty("data");

        me.GetProperty("name").GetString().ShouldBe("Ana L.");
        me.GetProperty("version").GetInt64().ShouldBe(2);
        me.GetProperty("timeZone").GetString().ShouldBe("America/New_York");
        me.GetProperty("minutesPerDay").GetInt32().ShouldBe(45);
        var told = (await Host.Told.Wait<MemberUpdated>()).Single();
        told.ShouldBe(
            new MemberUpdated(
                me.GetProperty("workspace").GetProperty("id").GetGuid(),
                me.GetProperty("id").GetGuid(),
                2,
                told.At,
                "Ana L.",
                "owner",
                "America/New_York",
                45
            )
        );
        var refreshed = (await owner.Post("refresh").Json()).GetProperty("data").GetProperty("me");
        refreshed.GetProperty("name").GetString().ShouldBe("Ana L.");
    }

    [Fact]
    public async Task What_cannot_be_is_refused_and_changes_nothing()
    {
        var owner = await Owner();
        var before = (await owner.Get("me").Json()).GetRawText();
        (string Name, string? Zone, int Minutes, string Field)[] refused =
        [
            ("", "Europe/Oslo", 60, "name"),
            (new string('x', 121), "Europe/Oslo", 60, "name"),
            ("Ana", "Mars/Olympus", 60, "timeZone"),
            ("Ana", null, 60, "timeZone"),
            // Beside the zones on disk, and unknown to PostgreSQL.
            ("Ana", "posix/Europe/Oslo", 60, "timeZone"),
            ("Ana", "localtime", 60, "timeZone"),
            ("Ana\0", "Europe/Oslo", 60, "name"),
            ("Ana", "Europe/Oslo", 4, "minutesPerDay"),
            ("Ana", "Europe/Oslo", 721, "minutesPerDay"),
        ];

        foreach (var (name, timeZone, minutesPerDay, field) in refused)
        {
            var problem = await owner
                .Put(
                    "me",
                    new
                    {
                        name,
                        timeZone,
                        minutesPerDay,
                    },
                    "\"1\""
                )
                .Problem(HttpStatusCode.BadRequest);
            problem.GetProperty("errors").EnumerateObject().Single().Name.ShouldBe(field);
        }

        (await owner.Get("me").Json()).GetRawText().ShouldBe(before);
    }

    [Fact]
    public async Task An_edit_of_an_old_version_is_refused_with_the_new_one()
    {
        var owner = await Owner();
        var edit = new
        {
            name = "Ana",
            timeZone = "Europe/Oslo",
            minutesPerDay = 30,
        };
        (await owner.Put("me", edit).ProblemCode(HttpStatusCode.PreconditionRequired)).ShouldBe(
            "precondition-required"
        );
        await owner.Put("me", edit, "\"1\"").Json();

        var problem = await owner
            .Put("me", edit with { minutesPerDay = 90 }, "\"1\"")
            .Problem(HttpStatusCode.PreconditionFailed);

        problem.GetProperty("code").GetString().ShouldBe("identity.stale-version");
        problem.GetProperty("current").GetProperty("version").GetInt64().ShouldBe(2);
        (await owner.Get("me").Json()).GetProperty("data").GetProperty("minutesPerDay").GetInt32().ShouldBe(30);
    }

    [Fact]
    public async Task Somebody_who_is_no_member_any_more_is_nobody()
    {
        using var stranger = Host.As(TestMember.New());

        (
            await stranger
                .GetAsync("/api/v1/identity/me", TestContext.Current.CancellationToken)
                .ProblemCode(HttpStatusCode.Unauthorized)
        ).ShouldBe("identity.session-ended");
    }
}
