using System.Net;
using System.Net.Http.Json;
using Flowstate.Intelligence.Events;
using Flowstate.Testing;

namespace Flowstate.Intelligence.Tests.Features;

public sealed class SkipTests(IntelligenceHost host) : IntelligenceTest(host)
{
    [Fact]
    public async Task A_skipped_contact_is_back_after_the_members_midnight_and_its_follow_up_stays_where_it_was()
    {
        var ana = Contact();
        await Hear(Created(ana), Scheduled(ana.ContactId, 2, "manual", Now.AddHours(-1)));
        // Tokyo is nine hours ahead and changes no clocks.
        using var tokyo = Host.As(Me with { TimeZone = "Asia/Tokyo" });

        var answer = await Skip(ana.ContactId, "Met them today", tokyo).Json();

        var until = answer.GetProperty("data").GetProperty("until").GetDateTimeOffset();
        var there = until.ToOffset(TimeSpan.FromHours(9));
        there.TimeOfDay.ShouldBe(TimeSpan.Zero);
        there.Date.ShouldBe(Now.ToOffset(TimeSpan.FromHours(9)).Date.AddDays(1));
        (await ListOf(tokyo)).ShouldBeEmpty();
        var told = (
            await Host.Told.Wait<NextActionSnoozed>(1, told => told.WorkspaceId == Me.WorkspaceId)
        ).ShouldHaveSingleItem();
        told.FollowUpId.ShouldBeNull();
        (told.Reason, told.Until).ShouldBe(("Met them today", until));

        Host.Clock.Advance(until - Now);
        (await ListOf(tokyo)).Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_skip_says_why()
    {
        var ana = Contact();
        await Hear(Created(ana));

        (await Skip(ana.ContactId, " ").ProblemCode(HttpStatusCode.BadRequest)).ShouldBe("validation-failed");
        (await Skip(Guid.CreateVersion7(), "Why not").ProblemCode(HttpStatusCode.NotFound)).ShouldBe(
            "intelligence.no-next-action"
        );
        (await List()).Length.ShouldBe(1);
    }

    private static Task<ActionView[]> ListOf(HttpClient member) =>
        member.GetAsync("/api/v1/intelligence/next-actions", Ct).Data<ActionView[]>();

    private Task<HttpResponseMessage> Skip(Guid contact, string reason, HttpClient? by = null) =>
        (by ?? Client).PostAsJsonAsync($"/api/v1/intelligence/next-actions/{contact}/skip", new { reason }, Ct);
}
