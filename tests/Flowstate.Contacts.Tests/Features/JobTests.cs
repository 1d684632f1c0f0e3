using Flowstate.Contacts.Events;
using Flowstate.Contacts.Jobs;
using Flowstate.Identity.Events;

namespace Flowstate.Contacts.Tests.Features;

public class JobTests(ContactsTest.Server server) : ContactsTest(server)
{
    private async Task Run<TJob>()
        where TJob : Shared.Jobs.IRecurringJob
    {
        await Harness.Hear(new WorkspaceCreated(Me.WorkspaceId, 1, Now, "Team", "NO", "Europe/Oslo", Me.Id));
        await RunJob<TJob>();
    }

    [Fact]
    public async Task An_overdue_follow_up_gets_louder_after_a_day_and_after_three()
    {
        var id = await Create();
        foreach (var hours in new[] { 1, 0, -1, -30, -80 })
        {
            await Post($"/{id}/follow-ups", new { title = $"{hours}", dueAt = Now.AddHours(hours) });
        }

        await Run<EscalateOverdueFollowUps>();
        await Run<EscalateOverdueFollowUps>();

        (await Card(id))
            .GetProperty("followUps")
            .EnumerateArray()
            .Select(open => open.GetProperty("escalation").GetInt32())
            .ShouldBe([3, 2, 1, 1, 0]);
    }

    [Fact]
    public async Task Seven_quiet_days_on_the_line_call_for_a_reconnect_once()
    {
        var quiet = await Create();
        await Touch(quiet, at: Now.AddDays(-8));
        var recent = await Create();
        await Touch(recent, at: Now.AddDays(-6));
        var resting = await Create();
        await Touch(resting, "noThanks", Now.AddDays(-8));
        var left = await Create();
        await Touch(left, at: Now.AddDays(-8));
        await Move(left, "notNow");
        var planned = await Create();
        await Touch(planned, at: Now.AddDays(-8));
        await Post($"/{planned}/follow-ups", new { title = "Call", dueAt = Now.AddDays(5) });
        var never = await Create();

        await Run<ReconnectQuietContacts>();
        await Run<ReconnectQuietContacts>();

        Dues(await Card(quiet), "reconnect", Now).ShouldBe([TimeSpan.Zero]);
        foreach (var other in new[] { recent, resting, left, planned, never })
        {
            Dues(await Card(other), "reconnect", Now).ShouldBeEmpty();
        }

        var told = await Harness.Told.Wait<FollowUpScheduled>(1, raised => raised.ContactId == quiet);
        told.Single().Kind.ShouldBe("reconnect");

        await Touch(quiet);
        (await Card(quiet)).GetProperty("followUps").GetArrayLength().ShouldBe(0);
        var versions = Harness
            .Told.All<TouchLogged>()
            .Where(raised => raised.ContactId == quiet)
            .Select(raised => raised.Version);
        versions.Append(told[0].Version).ShouldBeUnique();
    }

    [Fact]
    public async Task A_reconnect_waits_for_the_end_of_the_contacts_quiet_hours()
    {
        // Quiet around the clock but for a minute, so that it is quiet now wherever the test runs.
        await Put(
            "/day-settings",
            new
            {
                inviteTarget = 20,
                followUpTarget = 30,
                quietFrom = "12:01:00",
                quietUntil = "12:00:00",
            },
            0
        );
        var id = await Create(new { firstName = "Ana", timeZone = "Asia/Tokyo" });
        await Touch(id, at: Now.AddDays(-8));

        await Run<ReconnectQuietContacts>();

        var due = Dues(await Card(id), "reconnect", Now).ShouldHaveSingleItem();
        (Now + due).ToOffset(TimeSpan.FromHours(9)).TimeOfDay.ShouldBe(TimeSpan.FromHours(12), TimeSpan.FromMinutes(1));
        (await Harness.Told.Wait<FollowUpScheduled>(1, told => told.ContactId == id)).Count.ShouldBe(1);
    }
}
