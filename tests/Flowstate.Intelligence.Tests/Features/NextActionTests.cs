using System.Net;
using Flowstate.Testing;

namespace Flowstate.Intelligence.Tests.Features;

public sealed class NextActionTests(IntelligenceHost host) : IntelligenceTest(host)
{
    [Fact]
    public async Task What_was_heard_becomes_an_action_with_its_reason()
    {
        var ana = Contact(stage: "presentationSent", warmth: 4, days: 2);
        await Hear(Created(ana));
        await Hear(Fact(ana.ContactId, 2, "NO_SHOW", Now.AddHours(-2)), Touched(ana.ContactId, 3, 1));
        var rebook = Scheduled(ana.ContactId, 4, "rebook", Now.AddMinutes(-1));
        await Hear(rebook);
        var action = (await List()).ShouldHaveSingleItem();
        action.ShouldBe((await Next(ana.ContactId))! with { Reasons = action.Reasons });
        action.Reason.ShouldBe("Missed the meeting 2 hours ago; rebook while it is fresh.");
        action.Reasons.ShouldBe([action.Reason, "4 stars.", "Presentation sent for 2 days."]);
        (action.Action, action.Purpose, action.Title).ShouldBe(("rebook", "rebook", "A rebook"));
        (action.Urgency, action.Late, action.Stage).ShouldBe(("now", false, "presentationSent"));
        (action.FollowUpId, action.SuggestedFact).ShouldBe((rebook.FollowUpId, "MEETING_BOOKED"));
        // 60 for the action, 12 for the stage, 2 × 4 for the stars; late by less than 6 hours.
        action.Priority.ShouldBe(80);
    }

    [Fact]
    public async Task Time_alone_makes_it_due_late_and_more_urgent()
    {
        var ana = Contact(stage: "nurture", warmth: 5, days: 300);
        await Hear(Created(ana), Touched(ana.ContactId, 2, 20));
        (await List()).ShouldBeEmpty();
        (await Next(ana.ContactId))!.Urgency.ShouldBe("soon");

        Host.Clock.Advance(TimeSpan.FromDays(10) - TimeSpan.FromHours(8));
        using var early = Host.As(Me);
        var today = await early.GetAsync("/api/v1/intelligence/next-actions", Ct).Data<ActionView[]>();
        (today[0].Urgency, today[0].Priority).ShouldBe(("today", 40));

        Host.Clock.Advance(TimeSpan.FromDays(4) + TimeSpan.FromHours(8));
        using var late = Host.As(Me);
        var action = (await late.GetAsync("/api/v1/intelligence/next-actions", Ct).Data<ActionView[]>())[0];
        action.Reason.ShouldBe("No touch for 34 days; you keep five-star people within 30.");
        action.Reasons.ShouldContain("Due 4 days ago.");
        (action.Urgency, action.Late, action.Priority).ShouldBe(("overdue", true, 58));
    }

    [Fact]
    public async Task The_list_is_in_order_of_priority_and_pages_are_cut_from_one_moment()
    {
        // Bases and lateness of all sorts, so that lanes interleave: the order by page must be that of one whole list.
        List<Abstractions.IIntegrationEvent> events = [];
        foreach (var number in Enumerable.Range(0, 60))
        {
            var contact = Contact($"P{number}", number % 2 == 0 ? "lead" : "nurture", number % 6, 1 + number % 9);
            events.Add(Created(contact));
            if (number % 3 == 0)
            {
                var due = Now.AddHours(5 - 7 * (number % 20));
                events.Add(Scheduled(contact.ContactId, 2, number % 2 == 0 ? "manual" : "reconnect", due));
            }
        }

        await Hear([.. events]);
        var whole = await List("?limit=100");
        whole.Length.ShouldBe(60);
        whole
            .Select(action => action.ContactId)
            .ShouldBe(
                whole
                    .OrderByDescending(action => action.Priority)
                    .ThenBy(action => action.DueAt)
                    .Select(action => action.ContactId)
            );
        foreach (var limit in new[] { 1, 7, 25 })
        {
            (await Walk(limit)).ShouldBe(whole.Select(action => action.ContactId));
        }
    }

    [Fact]
    public async Task Minutes_cap_the_list_and_leave_no_next_page()
    {
        foreach (var (stage, warmth) in new[] { ("lead", 5), ("lead", 4), ("lead", 3), ("lead", 2) })
        {
            await Hear(Created(Contact(stage: stage, warmth: warmth)));
        }

        (await List("?minutes=7")).Select(action => action.Warmth).ShouldBe([5, 4]);
        (await List("?minutes=2")).Length.ShouldBe(1);
        var capped = await Client.GetAsync("/api/v1/intelligence/next-actions?minutes=7&limit=3", Ct).Json();
        capped.GetProperty("meta").GetProperty("nextCursor").GetString().ShouldBeNull();
    }

    [Fact]
    public async Task A_long_action_that_does_not_fit_is_passed_over_for_a_short_one()
    {
        var joined = Contact(stage: "signedUp", warmth: 5);
        await Hear(Created(joined), Fact(joined.ContactId, 2, "JOINED_TEAM", Now.AddDays(-1)), Created(Contact("Bo")));
        (await List("?minutes=40")).Length.ShouldBe(2);
        (await List("?minutes=10")).ShouldHaveSingleItem().Name.ShouldBe("Bo");
    }

    [Fact]
    public async Task Everybody_sees_their_own_and_an_owner_all_when_asked()
    {
        var tom = Me.Colleague();
        await Hear(Created(Contact("Mine")), Created(Contact("Toms", owner: tom.Id)));
        (await List()).ShouldHaveSingleItem().Name.ShouldBe("Mine");
        (await List("?scope=all")).Length.ShouldBe(2);
        using var rep = Host.As(tom);
        var his = await rep.GetAsync("/api/v1/intelligence/next-actions?scope=all", Ct).Data<ActionView[]>();
        his.ShouldHaveSingleItem().Name.ShouldBe("Toms");
        var mine = (await List())[0].ContactId;
        (
            await rep.GetAsync($"/api/v1/intelligence/next-actions/by-contact/{mine}", Ct).Data<ActionView?>()
        ).ShouldBeNull();
        using var stranger = Host.As(TestMember.New());
        (
            await stranger.GetAsync("/api/v1/intelligence/next-actions?scope=all", Ct).Data<ActionView[]>()
        ).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("?limit=0", "validation-failed")]
    [InlineData("?limit=101", "validation-failed")]
    [InlineData("?minutes=0", "validation-failed")]
    [InlineData("?cursor=nonsense", "bad-cursor")]
    [InlineData("?cursor=MS4yLjM", "bad-cursor")]
    public async Task What_cannot_be_read_is_refused(string query, string code) =>
        (
            await Client
                .GetAsync($"/api/v1/intelligence/next-actions{query}", Ct)
                .ProblemCode(HttpStatusCode.BadRequest)
        ).ShouldBe(code);

    [Fact]
    public async Task The_list_needs_the_permission_to_read()
    {
        using var client = Host.As(Me with { Permissions = ["intelligence.write"] });
        (await client.GetAsync("/api/v1/intelligence/next-actions", Ct).ProblemCode(HttpStatusCode.Forbidden)).ShouldBe(
            "forbidden"
        );
    }

    [Fact]
    public async Task A_script_in_a_name_or_a_title_stays_text()
    {
        const string script = "<script>alert(1)</script>";
        var eve = Contact(script);
        await Hear(Created(eve), Scheduled(eve.ContactId, 2, "manual", Now) with { Title = script });
        var action = (await List())[0];
        (action.Name, action.Title).ShouldBe((script, script));
    }

    private async Task<List<Guid>> Walk(int limit)
    {
        List<Guid> seen = [];
        string? cursor = "";
        while (cursor is not null)
        {
            var page = await Client
                .GetAsync($"/api/v1/intelligence/next-actions?limit={limit}&cursor={cursor}", Ct)
                .Json();
            seen.AddRange(
                page.GetProperty("data").EnumerateArray().Select(item => item.GetProperty("contactId").GetGuid())
            );
            cursor = page.GetProperty("meta").GetProperty("nextCursor").GetString();
            // Reading takes time; the rest of the pages must not move.
            Host.Clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        return seen;
    }
}
