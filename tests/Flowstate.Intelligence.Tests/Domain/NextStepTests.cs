using Flowstate.Intelligence.Domain;
using Flowstate.Shared.Slices;
using static Flowstate.Intelligence.Tests.Domain.Given;

namespace Flowstate.Intelligence.Tests.Domain;

/// <summary>Which of the rules that apply is the one.</summary>
public sealed class NextStepTests
{
    [Fact]
    public void Of_a_follow_up_and_the_cadence_the_earlier_date_comes_first()
    {
        var contact = At("nurture", 100, 40) with
        {
            Warmth = 5,
            FollowUp = FollowUp(FollowUpKind.Manual, Now.AddDays(1)),
        };
        NextStep.For(contact)!.Rule.Code.ShouldBe("keepCadence");
        NextStep.For(contact with { Warmth = 4 })!.Rule.Code.ShouldBe("keepFollowUp");
    }

    [Fact]
    public void Who_said_no_rests_until_the_ladder_says_so()
    {
        var resting = At("relationship", 400, 300) with { Resting = true };
        NextStep.For(resting).ShouldBeNull();
        NextStep
            .For(resting with { FollowUp = FollowUp(FollowUpKind.NoThanks, Now.AddDays(7)) })!
            .DueAt.ShouldBe(Now.AddDays(7));
    }

    [Fact]
    public void Who_unsubscribed_hears_only_what_was_planned_by_hand()
    {
        var gone = At("relationship", 100, 100) with { Facts = ["UNSUBSCRIBED"] };
        NextStep.For(gone).ShouldBeNull();
        NextStep.For(gone with { FollowUp = FollowUp(FollowUpKind.Reconnect, Now) }).ShouldBeNull();
        NextStep.For(gone with { FollowUp = FollowUp(FollowUpKind.Manual, Now) }).ShouldNotBeNull();
    }

    [Fact]
    public void A_snooze_puts_it_off_until_something_happens()
    {
        var contact = At("relationship", 100, 40) with { Snooze = new(Ago(1), Now.AddDays(3), null) };
        NextStep.For(contact)!.DueAt.ShouldBe(Now.AddDays(3));
        var missed = contact with
        {
            LastFact = "NO_SHOW",
            LastFactAt = Ago(0.5),
            FollowUp = FollowUp(FollowUpKind.Rebook, Now),
        };
        NextStep.For(missed)!.DueAt.ShouldBe(Now);
        NextStep.For(contact with { LastTouchAt = Ago(0.5) })!.DueAt.ShouldBe(Now.AddDays(1.5));
    }

    [Fact]
    public void The_same_situation_gives_the_same_answer_and_stays_within_its_bounds()
    {
        foreach (var stage in Enum.GetValues<Stage>())
        {
            foreach (var warmth in Enumerable.Range(0, 6))
            {
                var contact = At(Code.Of(stage), 5, 3) with { Warmth = warmth };
                if (NextStep.For(contact) is { } next)
                {
                    next.ShouldBe(NextStep.For(contact));
                    next.Base.ShouldBeInRange(-Priority.LeastLateness, 100 - Priority.MostLateness);
                }
            }
        }
    }
}
