namespace Flowstate.Contacts.Events;

/// <summary>
/// A contact whole: its profile, where it stands, its rhythm and its open follow-ups, at the version in
/// <paramref name="Contact"/>. What a copy holds beside it is no longer so; follow-ups that are named belong to it, whose ever
/// they were.
/// </summary>
public sealed record ContactState(
    ContactDetails Contact,
    DateTimeOffset? LastTouchAt,
    DateTimeOffset? NextTouchAt,
    bool Resting,
    int QualificationScore,
    string? NextStep,
    IReadOnlyList<string> RecordedFacts,
    string? LastFact,
    DateTimeOffset? LastFactAt,
    IReadOnlyList<FollowUpDetails> FollowUps
);
