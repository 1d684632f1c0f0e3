namespace Flowstate.Intelligence.Domain;

internal enum ActionKind
{
    Call,
    Message,
    FollowUp,
    Invite,
    Qualify,
    Present,
    Rebook,
    Reconnect,
    Onboard,
    Move,
}

/// <summary>The purposes of words, spelled as whoever keeps the templates spells them.</summary>
internal enum WordsPurpose
{
    FirstTouch,
    Reconnect,
    Invite,
    Qualify,
    Presentation,
    VideoCheckIn,
    Rebook,
    FollowUp,
    CheckIn30,
    NoThanks,
    Onboarding,
    General,
}

/// <summary>
/// What to do, as a rule says it. <paramref name="Value"/> (20 to 60) is what the action is worth before anything is
/// known of the contact; <paramref name="Promised"/> tells a date one keeps from a step one may take.
/// </summary>
internal sealed record Advice(
    ActionKind Action,
    WordsPurpose Purpose,
    string Title,
    int Value,
    int Minutes,
    bool Promised = false,
    string? SuggestedFact = null,
    Stage? SuggestedStage = null
);

/// <summary>
/// One rule of the method, pure: the same situation gives the same answer. <see cref="Due"/> says from when it
/// applies, null if it does not; the words are made when they are read, so that "2 hours ago" is true then.
/// </summary>
internal abstract class Rule
{
    /// <summary>Stable: it is stored.</summary>
    public abstract string Code { get; }

    public abstract DateTimeOffset? Due(Situation contact);

    public abstract Advice Advise(Situation contact);

    /// <summary>Why, in one sentence with its figures.</summary>
    public abstract string Reason(Situation contact, DateTimeOffset now);
}
