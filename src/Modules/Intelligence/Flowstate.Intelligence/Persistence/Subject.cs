using Flowstate.Intelligence.Domain;
using Flowstate.Shared.Persistence;

namespace Flowstate.Intelligence.Persistence;

/// <summary>
/// What this module knows of a contact: its own copy. Several kinds of events write it and may overtake each other, so
/// every concern has a version of its own and only a newer one writes. A profile version of 0 means that something
/// else was heard first.
/// </summary>
internal sealed class Subject : IWorkspaceOwned
{
    private Subject() { }

    public Guid WorkspaceId { get; private init; }
    public Guid ContactId { get; private init; }

    public long ProfileVersion { get; private init; }
    public bool Deleted { get; private init; }
    public Guid? OwnerId { get; private init; }
    public string Name { get; private init; } = "";
    public int Warmth { get; private init; }
    public DateTimeOffset CreatedAt { get; private init; }

    public long StageVersion { get; private init; }
    public string Stage { get; private init; } = "";
    public DateTimeOffset StageEnteredAt { get; private init; }

    public long TouchVersion { get; private init; }
    public DateTimeOffset? LastTouchAt { get; private init; }
    public bool Resting { get; private init; }

    public long QualificationVersion { get; private init; }
    public int QualificationScore { get; private init; }

    public long FactVersion { get; private init; }
    public string[] Facts { get; private init; } = [];
    public string? LastFact { get; private init; }
    public DateTimeOffset? LastFactAt { get; private init; }
}

/// <summary>A follow-up as far as it is known; a closed one stays, so that a late event does not open it again.</summary>
internal sealed class FollowUpCopy : IWorkspaceOwned
{
    private FollowUpCopy() { }

    public Guid WorkspaceId { get; private init; }
    public Guid FollowUpId { get; private init; }
    public Guid ContactId { get; private init; }
    public long Version { get; private init; }
    public string Kind { get; private init; } = "";
    public string Title { get; private init; } = "";
    public DateTimeOffset DueAt { get; private init; }
    public bool Open { get; private init; }
}

/// <summary>The workspace's cadence; without a row the default holds.</summary>
internal sealed class CadenceCopy : IWorkspaceOwned
{
    private CadenceCopy() { }

    public Guid WorkspaceId { get; private init; }
    public long Version { get; private init; }
    public int? One { get; private init; }
    public int? Two { get; private init; }
    public int? Three { get; private init; }
    public int? Four { get; private init; }
    public int? Five { get; private init; }

    public CadenceDays Days => new(One, Two, Three, Four, Five);
}

/// <summary>The last time a contact's next action was put off; this module's own fact.</summary>
internal sealed class SnoozeRow : IWorkspaceOwned
{
    private SnoozeRow() { }

    public Guid WorkspaceId { get; private init; }
    public Guid ContactId { get; private init; }
    public long Version { get; private init; }
    public DateTimeOffset At { get; private init; }
    public DateTimeOffset Until { get; private init; }
    public Guid MemberId { get; private init; }
    public Guid? FollowUpId { get; private init; }
    public string? Reason { get; private init; }
}

/// <summary>
/// The next action of each contact, worked out again whenever something about the contact changes. Nothing in it grows
/// old by itself: lateness and words are made when it is read.
/// </summary>
internal sealed class NextActionRow : IWorkspaceOwned
{
    private NextActionRow() { }

    public Guid WorkspaceId { get; private init; }
    public Guid ContactId { get; private init; }
    public Guid OwnerId { get; private init; }
    public string Rule { get; private init; } = "";
    public int Base { get; private init; }
    public DateTimeOffset DueAt { get; private init; }
    public int Minutes { get; private init; }
    public Guid? FollowUpId { get; private init; }
}
