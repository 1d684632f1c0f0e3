namespace Flowstate.Contacts.Domain;

/// <summary>One follow-up an automation plans: how long after its cause, and under which title.</summary>
internal sealed record Planned(FollowUpKind Kind, int Step, string Title, Func<DateTimeOffset, DateTimeOffset> Due);

/// <summary>The automation table of the method: what a fact or a "no, thanks" sets in motion.</summary>
internal static class Automations
{
    public const string NextStepRebook = "Rebook";
    public const string NextStepOnboarding = "Onboarding";

    /// <summary>After so long without a touch a contact on the line is reconnected with.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromDays(7);

    /// <summary>A fact and a move so close together are about one presentation, whose last check-in is at +48 h.</summary>
    public static readonly TimeSpan SamePresentation = TimeSpan.FromHours(48);

    public static readonly Planned Reconnect = new(FollowUpKind.Reconnect, 1, "Reconnect with value", at => at);

    public static readonly Planned[] AfterPresentation =
    [
        new(FollowUpKind.VideoCheckIn, 1, "Check in: what did they like best?", at => at.AddHours(24)),
        new(FollowUpKind.VideoCheckIn, 2, "Check in again: answer their questions", at => at.AddHours(48)),
    ];

    private static readonly Planned[] AfterNoShow =
    [
        new(FollowUpKind.Rebook, 1, "Rebook the missed meeting", at => at.AddHours(2)),
        new(FollowUpKind.Rebook, 2, "Rebook: second try", at => at.AddDays(1)),
    ];

    private static readonly Planned[] AfterJoining =
    [
        new(FollowUpKind.CheckIn30, 1, "30-day check-in", at => at.AddDays(30)),
    ];

    private static readonly Planned[] NoThanksLadder =
    [
        new(FollowUpKind.NoThanks, 1, "Say hello, one week after their no", at => at.AddDays(7)),
        new(FollowUpKind.NoThanks, 2, "Say hello, two weeks after their no", at => at.AddDays(14)),
        new(FollowUpKind.NoThanks, 3, "Say hello, one month after their no", at => at.AddMonths(1)),
        new(FollowUpKind.NoThanks, 4, "Say hello, two months after their no", at => at.AddMonths(2)),
    ];

    public static IReadOnlyList<Planned> After(FactType fact) =>
        fact switch
        {
            FactType.VideoSent => AfterPresentation,
            FactType.NoShow => AfterNoShow,
            FactType.JoinedTeam => AfterJoining,
            _ => [],
        };

    /// <summary>The next step a fact sets or clears; otherwise it stays as it was.</summary>
    public static string? NextStepAfter(FactType fact, string? current) =>
        fact switch
        {
            FactType.NoShow => NextStepRebook,
            FactType.JoinedTeam => NextStepOnboarding,
            FactType.MeetingBooked or FactType.MeetingHeld when current == NextStepRebook => null,
            _ => current,
        };

    /// <summary>The follow-up of a rung, counted from 1; null above the last rung: the contact rests.</summary>
    public static Planned? OnRung(int rung) => rung <= NoThanksLadder.Length ? NoThanksLadder[rung - 1] : null;
}
