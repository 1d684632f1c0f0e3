using Flowstate.Intelligence.Domain;

namespace Flowstate.Intelligence.Features.NextActions;

internal enum Urgency
{
    Overdue,
    Now,
    Today,
    Soon,
}

/// <summary>What to do next for one contact, with its reasons, the main one first. Priority is 0 to 100.</summary>
internal sealed record NextAction(
    Guid Id,
    Guid ContactId,
    string Name,
    Stage Stage,
    int Warmth,
    ActionKind Action,
    string Title,
    WordsPurpose Purpose,
    string Reason,
    IReadOnlyList<string> Reasons,
    int Priority,
    Urgency Urgency,
    DateTimeOffset? DueAt,
    int Minutes,
    Guid? FollowUpId,
    bool Late,
    string? SuggestedFact,
    Stage? SuggestedStage
)
{
    /// <summary>Says a stored row in words that are true at <paramref name="day"/>'s now.</summary>
    public static NextAction Of(ActionRow row, MemberDay day)
    {
        var contact = row.Situation();
        var rule = NextStep.Named(row.Rule);
        var advice = rule.Advise(contact);
        var late = advice.Promised && row.DueAt < day.Start;
        var reason = rule.Reason(contact, day.Now);
        return new NextAction(
            row.ContactId,
            row.ContactId,
            row.Name,
            contact.Stage,
            contact.Warmth,
            advice.Action,
            advice.Title,
            advice.Purpose,
            reason,
            [reason, .. Details(contact, row, late, day.Now)],
            row.Priority,
            late ? Urgency.Overdue
                : row.DueAt >= day.End ? Urgency.Soon
                : row.DueAt > day.Now || !advice.Promised ? Urgency.Today
                : Urgency.Now,
            row.DueAt,
            row.Minutes,
            row.FollowUpId,
            late,
            advice.SuggestedFact,
            advice.SuggestedStage
        );
    }

    private static IEnumerable<string> Details(Situation contact, ActionRow row, bool late, DateTimeOffset now)
    {
        if (late)
        {
            yield return $"Due {Ago.Since(row.DueAt, now)}.";
        }

        if (contact.Warmth > 0)
        {
            yield return contact.Warmth == 1 ? "1 star." : $"{contact.Warmth} stars.";
        }

        if (contact.Stage != Stage.Lead)
        {
            yield return $"{contact.Stage.Label()} for {Ago.DayCount(Ago.Days(contact.StageEnteredAt, now))}.";
        }

        if (contact.QualificationScore is > 0 and < 100)
        {
            yield return $"{contact.QualificationScore} % qualified.";
        }
    }
}
