namespace Flowstate.Intelligence.Domain;

/// <summary>What is known of one contact: all that a rule may look at. Times are UTC.</summary>
internal sealed record Situation
{
    public required Stage Stage { get; init; }

    public required DateTimeOffset StageEnteredAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>1 to 5 stars; 0 is not rated.</summary>
    public int Warmth { get; init; }

    public DateTimeOffset? LastTouchAt { get; init; }

    /// <summary>The last touch ended in a no: only its own follow-up says when to come back.</summary>
    public bool Resting { get; init; }

    /// <summary>0, 25, 50, 75 or 100.</summary>
    public int QualificationScore { get; init; }

    public IReadOnlyCollection<string> Facts { get; init; } = [];

    public string? LastFact { get; init; }

    public DateTimeOffset? LastFactAt { get; init; }

    public CadenceDays Cadence { get; init; } = CadenceDays.Default;

    /// <summary>The earliest open follow-up.</summary>
    public OpenFollowUp? FollowUp { get; init; }

    public Snooze? Snooze { get; init; }

    public bool Has(string fact) => Facts.Contains(fact);

    /// <summary>Nobody waits for a date: no follow-up is open, and they did not ask for rest.</summary>
    public bool OpenToNextStep => FollowUp is null && !Resting;

    /// <summary>A step of the method waits some days after the last touch, so that nobody is pushed twice in a row.</summary>
    public DateTimeOffset StepDue(int daysAfterTouch) =>
        LastTouchAt?.AddDays(daysAfterTouch) is { } rested && rested > StageEnteredAt ? rested : StageEnteredAt;
}

/// <summary>A dated task on the contact that is not closed.</summary>
internal sealed record OpenFollowUp(Guid Id, FollowUpKind Kind, string Title, DateTimeOffset DueAt);

internal enum FollowUpKind
{
    Manual,
    VideoCheckIn,
    Rebook,
    CheckIn30,
    NoThanks,
    Reconnect,
}

/// <summary>
/// Put off at <paramref name="At"/> until <paramref name="Until"/>, and with it the follow-up that was next, if one was;
/// what happens to the contact afterwards ends it.
/// </summary>
internal sealed record Snooze(DateTimeOffset At, DateTimeOffset Until, Guid? FollowUpId);

/// <summary>How many days may pass between touches, by warmth; null means never.</summary>
internal sealed record CadenceDays(int? One, int? Two, int? Three, int? Four, int? Five)
{
    public static readonly CadenceDays Default = new(null, 120, 90, 60, 30);

    /// <summary>Who is not rated yet is kept like three stars, not forgotten.</summary>
    public int? For(int warmth) =>
        warmth switch
        {
            1 => One,
            2 => Two,
            4 => Four,
            5 => Five,
            _ => Three,
        };
}
