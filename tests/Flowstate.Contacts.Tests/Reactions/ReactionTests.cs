using Flowstate.Campaigns.Events;
using Flowstate.Contacts.Events;
using Flowstate.Contacts.Tests.Features;
using Flowstate.Identity.Events;
using Flowstate.Intelligence.Events;

namespace Flowstate.Contacts.Tests.Reactions;

public class ReactionTests(ContactsTest.Server server) : ContactsTest(server)
{
    [Fact]
    public async Task The_workspaces_country_is_the_one_phones_are_read_in()
    {
        await Harness.Hear(new WorkspaceCreated(Me.WorkspaceId, 1, Now, "Team", "SE", "Europe/Stockholm", Me.Id));
        var body = new { firstName = "Ana", phones = new[] { new { value = "070 174 06 05" } } };
        (await Phone(await Create(body))).ShouldBe("+46701740605");

        await Harness.Hear(new WorkspaceUpdated(Me.WorkspaceId, 3, Now, "Team", "NO", "Europe/Oslo"));
        await Harness.Hear(new WorkspaceUpdated(Me.WorkspaceId, 2, Now, "Team", "SE", "Europe/Oslo"));
        (await Phone(await Create(new { firstName = "Ana", phones = new[] { new { value = "99960001" } } }))).ShouldBe(
            "+4799960001"
        );
        (await Get("/cadence")).GetProperty("four").GetInt32().ShouldBe(60);
    }

    [Fact]
    public async Task Members_give_the_timeline_their_names_and_the_day_its_calendar()
    {
        await Harness.Hear(new MemberJoined(Me.WorkspaceId, Me.Id, 1, Now, "Ana", "owner", "UTC"));
        await Harness.Hear(
            new MemberUpdated(Me.WorkspaceId, Me.Id, 2, Now, "Ana L.", "owner", "Pacific/Kiritimati", 30)
        );
        var id = await Create();
        await Touch(id);

        (await Get($"/{id}/timeline"))[0].GetProperty("by").GetProperty("name").GetString().ShouldBe("Ana L.");
        var progress = await Get("/daily-progress");
        progress.GetProperty("timeZone").GetString().ShouldBe("Pacific/Kiritimati");
        progress
            .GetProperty("date")
            .GetString()
            .ShouldBe(Now.ToOffset(TimeSpan.FromHours(14)).ToString("yyyy-MM-dd", null));
    }

    [Fact]
    public async Task Sent_words_are_in_the_timeline_even_of_a_contact_that_was_deleted_meanwhile()
    {
        var id = await Create();
        var sent = new WordsSent(
            Me.WorkspaceId,
            Guid.CreateVersion7(),
            1,
            Now,
            id,
            Me.Id,
            null,
            "whatsapp",
            "Hei <b>Ana</b>"
        );
        await Api.DeleteAsync($"{Root}/{id}", Ct);

        await Harness.Hear(sent, sent with { SendId = Guid.CreateVersion7(), ContactId = Guid.CreateVersion7() });

        await Api.PostAsync($"{Root}/{id}/restore", null, Ct);
        var entry = (await Get($"/{id}/timeline")).EnumerateArray().Single();
        entry.GetProperty("kind").GetString().ShouldBe("send");
        entry.GetProperty("detail").GetString().ShouldBe("Hei <b>Ana</b>");
        entry.GetProperty("title").GetString().ShouldBe("Words sent by WhatsApp");
    }

    [Fact]
    public async Task A_snoozed_action_redates_its_follow_up_and_shows_in_the_timeline()
    {
        var id = await Create();
        var due = (await Post($"/{id}/follow-ups", new { title = "Call", dueAt = Now })).GetProperty("id").GetGuid();
        var snoozed = new NextActionSnoozed(Me.WorkspaceId, id, 1, Now, Me.Id, due, Now.AddDays(3), "On holiday");

        var envelope = Testing.ModuleHarness<ContactsModule>.Envelope(snoozed);
        await Harness.HearEnvelopes([.. Enumerable.Repeat(envelope, 100)]);

        Dues(await Card(id), "manual", Now).ShouldBe([TimeSpan.FromDays(3)]);
        (await Get($"/{id}/timeline"))
            .EnumerateArray()
            .Single()
            .GetProperty("detail")
            .GetString()
            .ShouldBe("On holiday");
        (await Harness.Told.Wait<FollowUpRescheduled>(1, raised => raised.ContactId == id)).Count.ShouldBe(1);
    }

    private async Task<string?> Phone(Guid id) =>
        (await Card(id)).GetProperty("phones")[0].GetProperty("normalised").GetString();
}
