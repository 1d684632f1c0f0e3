using Flowstate.Shared.Persistence;

namespace Flowstate.Contacts.Domain;

/// <summary>
/// Two contacts that may be one person, the smaller id first. Found by a job; why is worked out when it is shown.
/// <see cref="Strength"/> is 1 possible, 2 likely, 3 strong.
/// </summary>
internal sealed class DuplicatePair : IWorkspaceOwned
{
    private DuplicatePair() { }

    public Guid WorkspaceId { get; private init; }

    public Guid LeftId { get; private init; }

    public Guid RightId { get; private init; }

    public int Strength { get; private init; }

    /// <summary>Somebody said that they are two people: not shown again, however often the pair is found.</summary>
    public DateTimeOffset? DismissedAt { get; private init; }

    public Guid? DismissedBy { get; private init; }
}

/// <summary>How far a workspace's contacts have been looked through, in the order of their ids, which is that of time.</summary>
internal sealed class DuplicateScan : IWorkspaceOwned
{
    private DuplicateScan() { }

    public Guid WorkspaceId { get; private init; }

    public Guid LookedUntil { get; private init; }

    /// <summary>When the pass that is under way began; null while only new contacts are looked at.</summary>
    public DateTimeOffset? BeganAt { get; private init; }

    public DateTimeOffset NextPassAt { get; private init; }
}
