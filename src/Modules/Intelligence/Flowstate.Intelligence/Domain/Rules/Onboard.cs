namespace Flowstate.Intelligence.Domain.Rules;

/// <summary>Who joined and was not spoken with since. A team brought in by an import has no such fact and is let be.</summary>
internal sealed class Onboard : Rule
{
    public override string Code => "onboard";

    public override DateTimeOffset? Due(Situation contact) =>
        Joined(contact) is { } joined && !(contact.LastTouchAt > joined) ? joined : null;

    public override Advice Advise(Situation contact) =>
        new(
            ActionKind.Onboard,
            WordsPurpose.Onboarding,
            "Start the onboarding",
            54,
            30,
            SuggestedStage: contact.Stage == Stage.SignedUp ? null : Stage.SignedUp
        );

    public override string Reason(Situation contact, DateTimeOffset now) =>
        $"Joined {Ago.Since(Joined(contact)!.Value, now)}, and the onboarding has not begun.";

    private static DateTimeOffset? Joined(Situation contact) =>
        !contact.Has(Facts.JoinedTeam) && !contact.Has(Facts.Purchased) ? null
        : contact.Stage == Stage.SignedUp ? contact.StageEnteredAt
        : contact.LastFact is Facts.JoinedTeam or Facts.Purchased ? contact.LastFactAt
        : null;
}
