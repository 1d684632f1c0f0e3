namespace Flowstate.Intelligence.Domain.Rules;

/// <summary>The workspace's rhythm for people of this warmth.</summary>
internal sealed class KeepCadence : Rule
{
    public override string Code => "keepCadence";

    public override DateTimeOffset? Due(Situation contact) =>
        !contact.Resting && contact.LastTouchAt is { } last && contact.Cadence.For(contact.Warmth) is { } days
            ? last.AddDays(days)
            : null;

    public override Advice Advise(Situation contact) =>
        new(
            contact.Warmth >= 4 ? ActionKind.Call : ActionKind.Message,
            WordsPurpose.Reconnect,
            "Stay in touch",
            30,
            5,
            Promised: true
        );

    public override string Reason(Situation contact, DateTimeOffset now) =>
        $"No touch for {Ago.DayCount(Ago.Days(contact.LastTouchAt!.Value, now))}; you keep {People(contact.Warmth)} within {contact.Cadence.For(contact.Warmth)}.";

    private static string People(int warmth) =>
        warmth switch
        {
            1 => "one-star people",
            2 => "two-star people",
            3 => "three-star people",
            4 => "four-star people",
            5 => "five-star people",
            _ => "people without stars",
        };
}
