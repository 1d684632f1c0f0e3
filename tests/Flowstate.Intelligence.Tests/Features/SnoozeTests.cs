using System.Net;
using System.Net.Http.Json;
using Flowstate.Contacts.Events;
using Flowstate.Intelligence.Events;
using Flowstate.Testing;

namespace Flowstate.Intelligence.Tests.Features;

public sealed class SnoozeTests(IntelligenceHost host) : IntelligenceTest(host)
{
    [Fact]
    public async Task A_snoozed_contact_is_hidden_until_then()
    {
        var ana = Contact();
        var followUp = Scheduled(ana.ContactId, 2, "manual", Now.AddHours(-1));
        await Hear(Created(ana), followUp);
        await Snooze(ana.ContactId, Now.AddDays(3), "On holiday").ShouldBeDone();
        (await List()).ShouldBeEmpty();
        (await Next(ana.ContactId))!.DueAt.ShouldBe(Now.AddDays(3));
        var told = (await Told(1)).ShouldHaveSingleItem();
        (told.ContactId, told.MemberId, told.FollowUpId).ShouldBe((ana.ContactId, Me.Id, followUp.FollowUpId));
        (told.Until, told.Reason, told.Version).ShouldBe((Now.AddDays(3), "On holiday", 1L));

        Host.Clock.Advance(TimeSpan.FromDays(3));
        using var later = Host.As(Me);
        (await later.GetAsync("/api/v1/intelligence/next-actions", Ct).Data<ActionView[]>()).Length.ShouldBe(1);
    }

    [Fact]
    public async Task What_happens_afterwards_ends_the_snooze()
    {
        var ana = Contact();
        await Hear(Created(ana));
        await Snooze(ana.ContactId, Now.AddDays(3)).ShouldBeDone();
        await Hear(
            Fact(ana.ContactId, 2, "NO_SHOW", Now.AddMinutes(1)),
            Scheduled(ana.ContactId, 3, "rebook", Now.AddMinutes(2))
        );
        (await List()).ShouldHaveSingleItem().Action.ShouldBe("rebook");
    }

    [Fact]
    public async Task A_follow_up_planned_since_is_not_put_off_with_it()
    {
        var ana = Contact(stage: "lead", days: 1);
        await Hear(Created(ana));
        await Snooze(ana.ContactId, Now.AddDays(7)).ShouldBeDone();
        (await List()).ShouldBeEmpty();

        await Hear(Scheduled(ana.ContactId, 2, "manual", Now.AddMinutes(10)));

        (await List()).ShouldHaveSingleItem().Title.ShouldBe("A manual");
    }

    [Fact]
    public async Task Of_two_follow_ups_only_the_one_that_was_next_is_put_off()
    {
        var ana = Contact(stage: "presentationSent", days: 2);
        var first = Guid.CreateVersion7();
        await Hear(
            Created(ana),
            Scheduled(ana.ContactId, 2, "videoCheckIn", Now.AddHours(-24), first),
            Scheduled(ana.ContactId, 3, "rebook", Now.AddHours(-1))
        );
        await Snooze(ana.ContactId, Now.AddDays(7)).ShouldBeDone();
        (await List()).ShouldBeEmpty();

        // As Contacts answers it.
        await Hear(
            new FollowUpRescheduled(
                Me.WorkspaceId,
                ana.ContactId,
                4,
                Now,
                first,
                "videoCheckIn",
                "A videoCheckIn",
                Now.AddDays(7)
            )
        );

        (await List()).ShouldHaveSingleItem().Title.ShouldBe("A rebook");
    }

    [Fact]
    public async Task A_second_snooze_counts_on()
    {
        var ana = Contact();
        await Hear(Created(ana));
        await Snooze(ana.ContactId, Now.AddDays(3)).ShouldBeDone();
        await Snooze(ana.ContactId, Now.AddDays(1)).ShouldBeDone();
        (await Told(2))[1].Version.ShouldBe(2);
        (await Next(ana.ContactId))!.DueAt.ShouldBe(Now.AddDays(1));
    }

    [Fact]
    public async Task Only_a_time_ahead_can_be_chosen()
    {
        var ana = Contact();
        await Hear(Created(ana));
        (await Snooze(ana.ContactId, Now.AddMinutes(-1)).ProblemCode(HttpStatusCode.BadRequest)).ShouldBe(
            "validation-failed"
        );
        (await Snooze(ana.ContactId, Now.AddYears(3)).ProblemCode(HttpStatusCode.BadRequest)).ShouldBe(
            "validation-failed"
        );
        (await List()).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_can_be_put_off_for_a_stranger_or_somebody_elses_contact()
    {
        var toms = Contact(owner: Guid.CreateVersion7());
        await Hear(Created(toms));
        (await Snooze(Guid.CreateVersion7(), Now.AddDays(1)).ProblemCode(HttpStatusCode.NotFound)).ShouldBe(
            "intelligence.no-next-action"
        );
        using var rep = Host.As(Me with { Role = "rep" });
        var path = $"/api/v1/intelligence/next-actions/{toms.ContactId}/snooze";
        (
            await rep.PostAsJsonAsync(path, new { until = Now.AddDays(1) }, Ct).ProblemCode(HttpStatusCode.NotFound)
        ).ShouldBe("intelligence.no-next-action");
        using var reader = Host.As(Me with { Permissions = ["intelligence.read"] });
        (
            await reader.PostAsJsonAsync(path, new { until = Now.AddDays(1) }, Ct).ProblemCode(HttpStatusCode.Forbidden)
        ).ShouldBe("forbidden");
        (await Told(0)).ShouldBeEmpty();
    }

    private Task<IReadOnlyList<NextActionSnoozed>> Told(int count) =>
        Host.Told.Wait<NextActionSnoozed>(count, told => told.WorkspaceId == Me.WorkspaceId);

    private Task<HttpResponseMessage> Snooze(Guid contact, DateTimeOffset until, string? reason = null) =>
        Client.PostAsJsonAsync($"/api/v1/intelligence/next-actions/{contact}/snooze", new { until, reason }, Ct);
}

internal static class Done
{
    public static async Task ShouldBeDone(this Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        response.StatusCode.ShouldBe(HttpStatusCode.NoContent, await response.Content.ReadAsStringAsync());
    }
}
