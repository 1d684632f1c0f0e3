namespace Flowstate.Intelligence.Domain.Rules;

/// <summary>There were touches, but no invite.</summary>
internal sealed class Invite : Rule
{
    private const int Wait = 2;

    public override string Code => "invite";

    public override DateTimeOffset? Due(Situation contact) =>
        contact is { Stage: Stage.Lead or Stage.Relationship, LastTouchAt: not null, OpenToNextStep: true }
        && !contact.Has(Facts.InviteSent)
            ? contact.StepDue(Wait)
            : null;

    public override Advice Advise(Situation contact) =>
        new(
            ActionKind.Invite,
            WordsPurpose.Invite,
            "Invite them to take a look",
            38,
            4,
            SuggestedFact: Facts.InviteSent,
            SuggestedStage: contact.Stage.Next()
        );

    public override string Reason(Situation contact, DateTimeOffset now) =>
        $"You last talked {Ago.Since(contact.LastTouchAt!.Value, now)}, and no invite is out yet.";
}
