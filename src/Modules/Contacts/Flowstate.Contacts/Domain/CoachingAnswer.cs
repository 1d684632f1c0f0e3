using Flowstate.Shared.Persistence;

namespace Flowstate.Contacts.Domain;

/// <summary>What a member answered to one of a day's questions. Their own: nobody else reads it.</summary>
internal sealed class CoachingAnswer : IWorkspaceOwned
{
    public const int Longest = 2000;

    public Guid WorkspaceId { get; private init; }

    public Guid MemberId { get; private init; }

    /// <summary>The day of the member's own calendar.</summary>
    public DateOnly Date { get; private init; }

    public string Question { get; private init; } = "";

    public string Text { get; private init; } = "";

    public DateTimeOffset AnsweredAt { get; private init; }
}

/// <summary>The questions that a day asks: five of thirty, all of them in six days. The words are the web app's.</summary>
internal static class CoachingQuestions
{
    public const int ADay = 5;

    public static readonly string[] All =
    [
        // Of each group of six a day asks one, so that it never asks five about the same thing.
        "grateful",
        "energy",
        "proud",
        "why",
        "obstacle",
        "promise",
        "newPeople",
        "whoToInvite",
        "conversation",
        "listened",
        "followUpFear",
        "warmest",
        "bestInvite",
        "noLearned",
        "story",
        "question",
        "value",
        "posture",
        "teamHelp",
        "recognise",
        "newMember",
        "duplicate",
        "ask",
        "example",
        "tomorrowFirst",
        "timeBlock",
        "letGo",
        "skill",
        "celebrate",
        "lesson",
    ];

    public static IReadOnlyList<string> Of(DateOnly date)
    {
        var perGroup = All.Length / ADay;
        var place = date.DayNumber % perGroup;
        return [.. Enumerable.Range(0, ADay).Select(group => All[(group * perGroup) + place])];
    }
}
