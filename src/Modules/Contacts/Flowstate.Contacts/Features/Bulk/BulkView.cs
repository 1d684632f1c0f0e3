using Flowstate.Contacts.Bulk;
using Flowstate.Contacts.Domain;

namespace Flowstate.Contacts.Features.Bulk;

/// <summary>
/// A change in bulk as who started it sees it. Counts are contacts: <paramref name="Unchanged"/> were as wanted already.
/// <paramref name="Undone"/> is there once it was asked to be undone; <paramref name="UndoUntil"/> while it can be.
/// </summary>
internal sealed record BulkView(
    Guid Id,
    Guid StartedBy,
    BulkAction Action,
    BulkState State,
    IReadOnlyList<string> Tags,
    Guid? OwnerId,
    Stage? To,
    int Total,
    int Processed,
    int Changed,
    int Unchanged,
    int Refused,
    string? Error,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FinishedAt,
    DateTimeOffset? UndoUntil,
    BulkView.UndoView? Undone
)
{
    /// <summary>How far an undo is, in rows; contacts given back what they were, and kept as somebody changed them since.</summary>
    internal sealed record UndoView(int Processed, int Restored, int Kept);

    public static BulkView Of(BulkChange change) =>
        new(
            change.Id,
            change.StartedBy,
            change.Action,
            change.State,
            change.Tags,
            change.NewOwnerId,
            change.To,
            change.Total,
            change.Processed,
            change.Changed,
            change.Unchanged,
            change.Refused,
            change.Error,
            change.CreatedAt,
            change.FinishedAt,
            UndoBulk.Until(change),
            change.UndoneTo is { } until ? new UndoView(until - 1, change.Restored, change.Kept) : null
        );
}
