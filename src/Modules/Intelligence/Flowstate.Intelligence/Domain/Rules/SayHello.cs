namespace Flowstate.Intelligence.Domain.Rules;

/// <summary>A lead that nobody has touched: Talk comes first.</summary>
internal sealed class SayHello : Rule
{
    public override string Code => "sayHello";

    public override DateTimeOffset? Due(Situation contact) =>
        contact is { Stage: Stage.Lead, LastTouchAt: null, OpenToNextStep: true } ? contact.CreatedAt : null;

    public override Advice Advise(Situation contact) =>
        new(ActionKind.Message, WordsPurpose.FirstTouch, "Say hello", 40, 3, SuggestedStage: Stage.Relationship);

    public override string Reason(Situation contact, DateTimeOffset now) =>
        $"Added {Ago.Since(contact.CreatedAt, now)} and not contacted yet.";
}
