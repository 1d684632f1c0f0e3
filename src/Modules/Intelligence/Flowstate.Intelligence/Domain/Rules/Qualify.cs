namespace Flowstate.Intelligence.Domain.Rules;

/// <summary>Invited, but their why, outcome, timeline or decision maker is not known.</summary>
internal sealed class Qualify : Rule
{
    private const int Wait = 2;

    public override string Code => "qualify";

    public override DateTimeOffset? Due(Situation contact) =>
        contact is { Stage: Stage.Invited, LastTouchAt: not null, OpenToNextStep: true, QualificationScore: < 100 }
            ? contact.StepDue(Wait)
            : null;

    public override Advice Advise(Situation contact) =>
        new(ActionKind.Qualify, WordsPurpose.Qualify, "Ask the qualifying questions", 42, 10);

    public override string Reason(Situation contact, DateTimeOffset now) =>
        $"Invited {Ago.Since(contact.StageEnteredAt, now)}; you know {contact.QualificationScore / 25} of the 4 answers you need before you show anything.";
}
