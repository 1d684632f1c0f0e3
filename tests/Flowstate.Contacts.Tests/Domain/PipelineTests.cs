using CsCheck;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Events;

namespace Flowstate.Contacts.Tests.Domain;

public class PipelineTests
{
    private const string GateClosed = "contacts.gate-closed";
    private const string Impossible = "contacts.impossible-move";
    private static readonly Qualification Known = new("freedom", "300 a month", "this spring", "she and her husband");

    [Fact]
    public void A_lead_becomes_a_relationship_by_a_touch()
    {
        var contact = AContact.Lead();

        contact.Move(Stage.Relationship).ShouldBe(GateClosed);
        contact.MissingForNext(GateModes.Strict)!.Single().Code.ShouldBe("touch");

        contact.Touched().Move(Stage.Relationship).ShouldBeNull();
        contact.Stage.ShouldBe(Stage.Relationship);
    }

    [Fact]
    public void Invited_needs_the_invite()
    {
        var contact = AContact.In(Stage.Relationship);

        contact.Move(Stage.Invited).ShouldBe(GateClosed);
        contact.With(FactType.InviteSent).Move(Stage.Invited).ShouldBeNull();
    }

    [Fact]
    public void Qualified_needs_all_four_answers_and_says_which_are_missing()
    {
        var contact = AContact.In(Stage.Invited);
        contact.Qualify(Known with { Timeline = " ", DecisionMaker = null }, AContact.Now);

        contact.Qualification.Score.ShouldBe(50);
        contact.Move(Stage.Qualified).ShouldBe(GateClosed);
        contact
            .MissingForNext(GateModes.Strict)!
            .Select(missing => missing.Field)
            .ShouldBe(["timeline", "decisionMaker"]);

        contact.Qualify(Known, AContact.Now);
        contact.Qualification.Score.ShouldBe(100);
        contact.Move(Stage.Qualified).ShouldBeNull();
    }

    [Theory]
    [InlineData((int)FactType.VideoSent)]
    [InlineData((int)FactType.MeetingHeld)]
    public void Presentation_sent_needs_the_video_or_the_meeting(int fact)
    {
        var contact = AContact.In(Stage.Qualified);

        contact.Move(Stage.PresentationSent).ShouldBe(GateClosed);
        contact.With((FactType)fact).Move(Stage.PresentationSent).ShouldBeNull();
    }

    [Fact]
    public void Follow_up_needs_a_completed_follow_up()
    {
        var contact = AContact.In(Stage.PresentationSent);
        var followUp = contact.Schedule("Call back", AContact.Now.AddDays(1), null, AContact.ByOwner);

        contact.Move(Stage.FollowUp).ShouldBe(GateClosed);
        contact.CompleteFollowUp(followUp.Id, null, AContact.ByOwner).ShouldBeTrue();
        contact.Move(Stage.FollowUp).ShouldBeNull();
    }

    [Theory]
    [InlineData((int)FactType.JoinedTeam)]
    [InlineData((int)FactType.Purchased)]
    public void Signed_up_needs_joining_or_a_purchase(int fact)
    {
        var contact = AContact.In(Stage.FollowUp);

        contact.Move(Stage.SignedUp).ShouldBe(GateClosed);
        contact.With((FactType)fact).Move(Stage.SignedUp).ShouldBeNull();
    }

    [Fact]
    public void Backward_is_a_correction_and_always_allowed()
    {
        Gen.Select(Gen.Int[1, 6], Gen.Int[0, 5])
            .Where((from, to) => to < from)
            .Sample((from, to) => AContact.In((Stage)from).Move((Stage)to) is null);
    }

    [Fact]
    public void Forward_goes_one_step_even_by_force()
    {
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, 6])
            .Where((from, to) => to > from + 1)
            .Sample(
                (from, to) => AContact.In((Stage)from).Move((Stage)to, force: true, reason: "I say so") == Impossible
            );
    }

    [Fact]
    public void A_move_to_the_same_stage_is_impossible() =>
        Gen.Int[0, 8].Sample(stage => AContact.In((Stage)stage).Move((Stage)stage) == Impossible);

    [Fact]
    public void A_side_stage_is_open_from_anywhere_and_returns_to_where_the_contact_left()
    {
        Gen.Select(Gen.Int[0, 6], Gen.Bool)
            .Sample(
                (from, hopsAcross) =>
                {
                    var contact = AContact.In((Stage)from);
                    contact.Move(Stage.NotNow).ShouldBeNull();
                    if (hopsAcross)
                    {
                        contact.Move(Stage.Nurture).ShouldBeNull();
                    }

                    contact.ReturnsTo.ShouldBe((Stage)from);
                    if (from < 6)
                    {
                        contact.Move((Stage)from + 1, force: true, reason: "skip").ShouldBe(Impossible);
                    }

                    contact.Move((Stage)from).ShouldBeNull();
                    contact.ReturnsTo.ShouldBeNull();
                }
            );
    }

    [Fact]
    public void Force_opens_a_closed_gate_for_a_reason_and_is_marked()
    {
        var contact = AContact.In(Stage.Relationship);

        contact.Move(Stage.Invited, force: true, reason: "  ").ShouldBe("contacts.reason-required");
        contact.Move(Stage.Invited, force: true, reason: "Invited at church").ShouldBeNull();

        var moved = contact.TakeEvents().OfType<StageChanged>().Single();
        moved.Forced.ShouldBeTrue();
        moved.Reason.ShouldBe("Invited at church");
    }

    [Fact]
    public void Force_through_an_open_gate_is_an_ordinary_move()
    {
        var contact = AContact.Lead().Touched();

        contact.Move(Stage.Relationship, force: true).ShouldBeNull();

        contact.TakeEvents().OfType<StageChanged>().Single().Forced.ShouldBeFalse();
    }

    [Fact]
    public void A_refused_move_changes_nothing()
    {
        var contact = AContact.Lead();

        contact.Move(Stage.Relationship).ShouldBe(GateClosed);

        contact.Stage.ShouldBe(Stage.Lead);
        contact.Version.ShouldBe(1);
        contact.TakeEvents().ShouldBeEmpty();
    }
}
