namespace Flowstate.Intelligence.Domain.Rules;

/// <summary>Qualified, and nothing was shown yet.</summary>
internal sealed class Present : Rule
{
    private const int Wait = 1;

    public override string Code => "present";

    public override DateTimeOffset? Due(Situation contact) =>
        contact is { Stage: Stage.Qualified, LastTouchAt: not null, OpenToNextStep: true }
        && !contact.Has(Facts.VideoSent)
        && !contact.Has(Facts.MeetingHeld)
            ? contact.StepDue(Wait)
            : null;

    public override Advice Advise(Situation contact) =>
        new(
            ActionKind.Present,
            WordsPurpose.Presentation,
            "Send the presentation",
            46,
            5,
            SuggestedFact: Facts.VideoSent,
            SuggestedStage: Stage.PresentationSent
        );

    public override string Reason(Situation contact, DateTimeOffset now) =>
        $"Qualified {Ago.Since(contact.StageEnteredAt, now)} and has not seen the presentation.";
}
