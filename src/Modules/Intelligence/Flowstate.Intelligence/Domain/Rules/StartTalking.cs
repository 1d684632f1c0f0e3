namespace Flowstate.Intelligence.Domain.Rules;

/// <summary>Further along than a lead, but no touch is known: brought in by an import, or moved by force.</summary>
internal sealed class StartTalking : Rule
{
    public override string Code => "startTalking";

    public override DateTimeOffset? Due(Situation contact) =>
        contact is { LastTouchAt: null, OpenToNextStep: true, Stage: not (Stage.Lead or Stage.NotNow) }
            ? contact.StageEnteredAt
            : null;

    public override Advice Advise(Situation contact) =>
        new(ActionKind.Reconnect, WordsPurpose.Reconnect, "Pick up the conversation", 30, 3);

    public override string Reason(Situation contact, DateTimeOffset now) =>
        $"{contact.Stage.Label()} for {Ago.DayCount(Ago.Days(contact.StageEnteredAt, now))}, and no touch is logged yet.";
}
