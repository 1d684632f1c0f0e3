using Flowstate.Contacts.Domain;
using Flowstate.Shared.Persistence;

namespace Flowstate.Contacts.Bulk;

internal enum BulkAction
{
    Tag,
    Untag,
    Assign,
    Move,
    Delete,
}

internal enum BulkState
{
    Queued,
    Running,
    Done,
    Failed,
    Undoing,
    Undone,
}

/// <summary>What is done to each of them; which of these are there follows from the action.</summary>
internal sealed record BulkOrder(
    BulkAction Action,
    IReadOnlyList<string> Tags,
    Guid? NewOwnerId,
    Stage? To,
    bool Force,
    string? Reason
);

/// <summary>
/// One action on many contacts. <see cref="Next"/> is the fence: a chunk of rows is changed in one transaction with the step
/// past it, so that whoever takes over after a crash goes on where the last commit ended. So is <see cref="UndoneTo"/>.
/// </summary>
internal sealed class BulkChange : IWorkspaceOwned
{
    private BulkChange() { }

    public Guid Id { get; private init; }

    public Guid WorkspaceId { get; private init; }

    public Guid StartedBy { get; private init; }

    /// <summary>Who started it sees their own contacts only: what is not theirs any more is left alone.</summary>
    public bool OnlyOwn { get; private init; }

    public BulkAction Action { get; private init; }

    public List<string> Tags { get; private init; } = [];

    public Guid? NewOwnerId { get; private init; }

    public Stage? To { get; private init; }

    public bool Force { get; private init; }

    public string? Reason { get; private init; }

    public BulkState State { get; private set; }

    public int Total { get; private set; }

    public int Next { get; private set; } = 1;

    public int Changed { get; private set; }

    public int Unchanged { get; private set; }

    public int Refused { get; private set; }

    /// <summary>While undoing: the rows before this one are taken back, and the task that says so.</summary>
    public int? UndoneTo { get; private set; }

    public Guid? UndoTaskId { get; private set; }

    public Guid? UndoneBy { get; private set; }

    public int Restored { get; private set; }

    public int Kept { get; private set; }

    public string? Error { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>The last step; one under way that makes none has lost its host.</summary>
    public DateTimeOffset MovedAt { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    public int Processed => Next - 1;

    public bool IsUndo => State == BulkState.Undoing;

    public bool IsUnderWay => State is BulkState.Queued or BulkState.Running or BulkState.Undoing;

    public static BulkChange Start(
        Guid workspaceId,
        Guid startedBy,
        bool onlyOwn,
        BulkOrder order,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            WorkspaceId = workspaceId,
            StartedBy = startedBy,
            OnlyOwn = onlyOwn,
            Action = order.Action,
            Tags = [.. order.Tags],
            NewOwnerId = order.NewOwnerId,
            To = order.To,
            Force = order.Force,
            Reason = order.Reason,
            CreatedAt = now,
            MovedAt = now,
        };

    public void Mean(int total) => Total = total;

    /// <summary>The rows of the next step, the last one not among them; null where it is over.</summary>
    public (int From, int Until)? NextRows(int most) =>
        IsUndo ? (UndoneTo!.Value, Math.Min(UndoneTo.Value + most, Next))
        : IsUnderWay ? (Next, Math.Min(Next + most, Total + 1))
        : null;

    public void Advance(int next, IReadOnlyList<BulkOutcome> outcomes, DateTimeOffset now)
    {
        (Next, MovedAt) = (next, now);
        Changed += outcomes.Count(outcome => outcome == BulkOutcome.Changed);
        Unchanged += outcomes.Count(outcome => outcome == BulkOutcome.Unchanged);
        Refused += outcomes.Count(outcome => outcome == BulkOutcome.Refused);
        State = next > Total ? BulkState.Done : BulkState.Running;
        FinishedAt = State == BulkState.Done ? now : null;
    }

    public void Fail(string error, DateTimeOffset now) =>
        (State, Error, MovedAt, FinishedAt) = (BulkState.Failed, error, now, now);

    public void Undo(Guid taskId, Guid? by, DateTimeOffset now) =>
        (State, UndoneTo, UndoTaskId, UndoneBy, MovedAt) = (BulkState.Undoing, 1, taskId, by, now);

    public void StepBack(int undoneTo, IReadOnlyList<BulkOutcome> outcomes, DateTimeOffset now)
    {
        (UndoneTo, MovedAt) = (undoneTo, now);
        Restored += outcomes.Count(outcome => outcome == BulkOutcome.Undone);
        Kept += outcomes.Count(outcome => outcome == BulkOutcome.Kept);
        State = undoneTo >= Next ? BulkState.Undone : BulkState.Undoing;
    }
}
