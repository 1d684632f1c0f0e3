using Flowstate.Shared.Persistence;

namespace Flowstate.Contacts.Domain;

/// <summary>
/// Two contacts became one: the record of it, and the way from the id that is gone to the one that stays. What is needed to
/// undo it is kept for 30 days.
/// </summary>
internal sealed class Merge : IWorkspaceOwned
{
    public static readonly TimeSpan Undoable = TimeSpan.FromDays(30);

    private Merge() { }

    public Guid Id { get; private init; }

    public Guid WorkspaceId { get; private init; }

    public Guid KeptId { get; private init; }

    public Guid MergedId { get; private init; }

    public Guid? ByMemberId { get; private init; }

    public DateTimeOffset At { get; private init; }

    public DateTimeOffset? UndoneAt { get; private set; }

    public Guid? UndoneBy { get; private set; }

    /// <summary>What was before, and what was moved: JSON. Null once it cannot be undone any more.</summary>
    public string? Record { get; private set; }

    /// <summary>The kept contact's sensitive fields before and after, sealed for this row; null where they stayed.</summary>
    public string? SealedRecord { get; private set; }

    public DateTimeOffset UndoableUntil => At + Undoable;

    public static Merge Of(Guid id, Contact kept, Contact merged, string record, string? sealedRecord, Stamp stamp) =>
        new()
        {
            Id = id,
            WorkspaceId = kept.WorkspaceId,
            KeptId = kept.Id,
            MergedId = merged.Id,
            ByMemberId = stamp.By,
            At = stamp.Now,
            Record = record,
            SealedRecord = sealedRecord,
        };

    public void Undo(Stamp stamp) => (UndoneAt, UndoneBy, Record, SealedRecord) = (stamp.Now, stamp.By, null, null);
}
