using Flowstate.Intelligence.Domain.Rules;

namespace Flowstate.Intelligence.Domain;

/// <summary>
/// The one thing to do next for a contact: what is due first; at the same moment, what stands first in the list. Only
/// facts are kept of it (the rule, the date, what it is worth); words and lateness are made when it is read.
/// </summary>
/// <param name="Base">The priority on the day it falls due, 0 to 84; see <see cref="Priority"/>.</param>
internal sealed record NextStep(Rule Rule, DateTimeOffset DueAt, int Base, int Minutes, Guid? FollowUpId)
{
    public static readonly IReadOnlyList<Rule> Rules =
    [
        new Onboard(),
        new KeepFollowUp(),
        new SayHello(),
        new StartTalking(),
        new MoveOn(),
        new AskForDecision(),
        new Present(),
        new Qualify(),
        new Invite(),
        new KeepCadence(),
    ];

    private static readonly Dictionary<string, Rule> ByCode = Rules.ToDictionary(rule => rule.Code);

    public static Rule Named(string code) => ByCode[code];

    /// <summary>Null when there is nothing to do: they rest, they unsubscribed, or the cadence says never.</summary>
    public static NextStep? For(Situation contact)
    {
        var unsubscribed = contact.Has(Facts.Unsubscribed);
        var first = Rules
            .Where(rule => !unsubscribed || rule is KeepFollowUp)
            .Select(rule => (Rule: rule, Due: rule.Due(contact)))
            .Where(candidate => candidate.Due is not null)
            .OrderBy(candidate => candidate.Due)
            .FirstOrDefault();
        if (first.Rule is null)
        {
            return null;
        }

        var advice = first.Rule.Advise(contact);
        return new NextStep(
            first.Rule,
            PutOff(first.Rule, first.Due!.Value, contact),
            Priority.Base(advice, contact),
            advice.Minutes,
            first.Rule is KeepFollowUp ? contact.FollowUp!.Id : null
        );
    }

    // A follow-up is a date of its own: only the one that was put off waits, not one planned since.
    private static DateTimeOffset PutOff(Rule rule, DateTimeOffset due, Situation contact) =>
        contact.Snooze is { } snooze
        && (rule is not KeepFollowUp || contact.FollowUp!.Id == snooze.FollowUpId)
        && snooze.Until > due
        && !(contact.LastTouchAt > snooze.At)
        && !(contact.LastFactAt > snooze.At)
            ? snooze.Until
            : due;
}
