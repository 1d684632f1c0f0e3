using Flowstate.Intelligence.Domain;
using Flowstate.Shared.Slices;
using static Flowstate.Intelligence.Tests.Domain.Given;

namespace Flowstate.Intelligence.Tests.Domain;

public sealed class RuleTests
{
    private static void Says(Situation contact, string rule, DateTimeOffset due, string reason)
    {
        var next = NextStep.For(contact).ShouldNotBeNull();
        next.Rule.Code.ShouldBe(rule);
        next.DueAt.ShouldBe(due);
        next.Rule.Reason(contact, Now).ShouldBe(reason);
    }

    [Fact]
    public void A_new_lead_is_greeted_at_once() =>
        Says(At("lead", 0.5), "sayHello", Ago(0.5), "Added 12 hours ago and not contacted yet.");

    [Fact]
    public void Somebody_further_along_without_a_touch_is_talked_to_first() =>
        Says(At("invited", 12), "startTalking", Ago(12), "Invited for 12 days, and no touch is logged yet.");

    [Fact]
    public void A_relationship_with_touches_is_invited_two_days_after_the_last() =>
        Says(At("relationship", touched: 3), "invite", Ago(1), "You last talked 3 days ago, and no invite is out yet.");

    [Fact]
    public void Who_was_invited_is_qualified() =>
        Says(
            At("invited", 3, 3) with
            {
                QualificationScore = 50,
                Facts = ["INVITE_SENT"],
            },
            "qualify",
            Ago(1),
            "Invited 3 days ago; you know 2 of the 4 answers you need before you show anything."
        );

    [Fact]
    public void Who_is_qualified_is_shown_the_presentation() =>
        Says(
            At("qualified", 2, 2) with
            {
                QualificationScore = 100,
            },
            "present",
            Ago(1),
            "Qualified 2 days ago and has not seen the presentation."
        );

    [Theory]
    [InlineData("presentationSent")]
    [InlineData("followUp")]
    public void After_the_presentation_a_decision_is_asked_for(string stage) =>
        Says(
            At(stage, 5, 4) with
            {
                Facts = ["VIDEO_SENT"],
            },
            "askForDecision",
            Ago(2),
            "Has seen the presentation; you last talked 4 days ago and no date is set."
        );

    [Theory]
    [InlineData("relationship", "INVITE_SENT", 0, "The invite is out", "Move to Invited")]
    [InlineData("invited", "INVITE_SENT", 100, "All four questions are answered", "Move to Qualified")]
    [InlineData("qualified", "VIDEO_SENT", 100, "The video is sent", "Move to Presentation sent")]
    [InlineData("qualified", "MEETING_HELD", 100, "The meeting was held", "Move to Presentation sent")]
    public void An_open_gate_is_walked_through(string stage, string fact, int score, string shown, string title)
    {
        var contact = At(stage, 3, 3) with { Facts = [fact], QualificationScore = score };
        var label = contact.Stage.Label();
        Says(contact, "moveOn", Ago(2), $"{shown}, but the card still stands at {label}.");
        NextStep.Named("moveOn").Advise(contact).Title.ShouldBe(title);
    }

    [Fact]
    public void Who_joined_is_onboarded()
    {
        var joined = At("followUp", 5, 2) with
        {
            Facts = ["JOINED_TEAM"],
            LastFact = "JOINED_TEAM",
            LastFactAt = Ago(1),
        };
        Says(joined, "onboard", Ago(1), "Joined 24 hours ago, and the onboarding has not begun.");
        NextStep.Named("onboard").Advise(joined).SuggestedStage.ShouldBe(Stage.SignedUp);
        NextStep.For(joined with { LastTouchAt = Ago(0.5) })!.Rule.Code.ShouldBe("keepCadence");
        NextStep.For(At("signedUp", 5))!.Rule.Code.ShouldBe("startTalking");
    }

    [Theory]
    [InlineData(5, 30, "five-star people")]
    [InlineData(4, 60, "four-star people")]
    [InlineData(3, 90, "three-star people")]
    [InlineData(2, 120, "two-star people")]
    [InlineData(0, 90, "people without stars")]
    public void The_cadence_follows_the_stars(int warmth, int days, string people) =>
        Says(
            At("nurture", 400, days + 4) with
            {
                Warmth = warmth,
            },
            "keepCadence",
            Ago(4),
            $"No touch for {days + 4} days; you keep {people} within {days}."
        );

    [Fact]
    public void One_star_is_never_touched_by_the_calendar_unless_the_workspace_says_so()
    {
        var cold = At("nurture", 400, 300) with { Warmth = 1 };
        NextStep.For(cold).ShouldBeNull();
        NextStep.For(cold with { Cadence = CadenceDays.Default with { One = 200 } })!.DueAt.ShouldBe(Ago(100));
    }

    public static TheoryData<string, string, string> Kinds =>
        new()
        {
            { "manual", "followUp", "You planned this follow-up; it fell due 2 hours ago." },
            { "videoCheckIn", "followUp", "Saw the presentation 10 days ago; ask what they liked best." },
            { "rebook", "rebook", "The missed meeting has no new date yet." },
            { "checkIn30", "call", "A month on the team: see what went well and where you can help." },
            { "noThanks", "message", "Said no thanks; a hello without a pitch keeps the door open." },
            { "reconnect", "reconnect", "No touch for 8 days; reconnect with something of value." },
        };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_open_follow_up_comes_before_every_step(string kind, string action, string reason)
    {
        var due = Now.AddHours(-2);
        var contact = At("presentationSent", 10, 8) with
        {
            FollowUp = FollowUp(Code.Read<FollowUpKind>(kind)!.Value, due),
        };
        Says(contact, "keepFollowUp", due, reason);
        var advice = NextStep.Named("keepFollowUp").Advise(contact);
        Code.Of(advice.Action).ShouldBe(action);
        advice.Title.ShouldBe("As planned");
        NextStep.For(contact)!.FollowUpId.ShouldBe(contact.FollowUp.Id);
    }

    [Fact]
    public void Facts_make_the_reason_sharper()
    {
        var missed = At("qualified", 3, 1) with
        {
            FollowUp = FollowUp(FollowUpKind.Rebook, Now),
            LastFact = "NO_SHOW",
            LastFactAt = Now.AddHours(-2),
        };
        Says(missed, "keepFollowUp", Now, "Missed the meeting 2 hours ago; rebook while it is fresh.");
        var sent = missed with { FollowUp = FollowUp(FollowUpKind.VideoCheckIn, Now), LastFact = "VIDEO_SENT" };
        Says(sent, "keepFollowUp", Now, "Got the video 2 hours ago; ask what they liked best.");
    }
}
