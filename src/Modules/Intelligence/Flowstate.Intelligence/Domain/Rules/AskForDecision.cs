namespace Flowstate.Intelligence.Domain.Rules;

/// <summary>They have seen it, and no date is set: a decision is made in a conversation, not in silence.</summary>
internal sealed class AskForDecision : Rule
{
    private const int Wait = 2;

    public override string Code => "askForDecision";

    public override DateTimeOffset? Due(Situation contact) =>
        contact is { Stage: Stage.PresentationSent or Stage.FollowUp, LastTouchAt: not null, OpenToNextStep: true }
        && !contact.Has(Facts.JoinedTeam)
        && !contact.Has(Facts.Purchased)
            ? contact.StepDue(Wait)
            : null;

    public override Advice Advise(Situation contact) =>
        new(
            ActionKind.FollowUp,
            WordsPurpose.FollowUp,
            "Ask what is still open",
            50,
            10,
            SuggestedStage: contact.Stage == Stage.PresentationSent ? Stage.FollowUp : null
        );

    public override string Reason(Situation contact, DateTimeOffset now) =>
        $"Has seen the presentation; you last talked {Ago.Since(contact.LastTouchAt!.Value, now)} and no date is set.";
}
