using Flowstate.Shared.Persistence;

namespace Flowstate.Contacts.Bulk;

internal enum BulkOutcome
{
    /// <summary>Its turn has not come.</summary>
    Waiting,
    Changed,

    /// <summary>It was as wanted already.</summary>
    Unchanged,
    Refused,

    /// <summary>It was changed, and got back what it was.</summary>
    Undone,

    /// <summary>It was changed, and stays so: somebody has worked with it since.</summary>
    Kept,
}

/// <summary>One contact that a change in bulk means. Who they are is fixed when it starts.</summary>
internal sealed class BulkRow : IWorkspaceOwned
{
    public required Guid WorkspaceId { get; init; }

    public required Guid BulkId { get; init; }

    /// <summary>From 1, newest contact first.</summary>
    public required int Position { get; init; }

    public required Guid ContactId { get; init; }

    public required BulkOutcome Outcome { get; init; }

    /// <summary>Why it was refused or kept.</summary>
    public string? Reason { get; init; }

    /// <summary>What the undo needs: the tags, the owner, the stage before the change, or when the contact was deleted.</summary>
    public string? Before { get; init; }
}
