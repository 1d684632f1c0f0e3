using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Bulk;

/// <summary>
/// Changes a chunk of rows, or takes one back, in one transaction: contacts, what became of each row, events, and the step.
/// All of it is there afterwards, or nothing.
/// </summary>
internal sealed class BulkChunk(ContactsDbContext db, TimeProvider clock)
{
    private const int RowsInAChunk = 2500;

    // Whom a move judges is in memory, with their follow-ups.
    private const int MovesInAChunk = 1000;

    /// <returns>The change after the step; null where there is none.</returns>
    public Task<BulkChange?> Run(Guid bulkId, CancellationToken ct) =>
        TryAgain.On(fault => fault.IsPassing() || fault.IsMailTaken(), _ => Step(bulkId, ct), ct);

    private async Task<BulkChange?> Step(Guid bulkId, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var change = await db.LockBulk(bulkId, ct);
        var most = change?.Action == BulkAction.Move ? MovesInAChunk : RowsInAChunk;
        if (change?.NextRows(most) is not { } rows)
        {
            return change;
        }

        var now = clock.Moment();
        var step = await BulkStep.Open(
            db,
            change,
            rows,
            new Stamp(change.IsUndo ? change.UndoneBy : change.StartedBy, now),
            ct
        );
        await db.LockRhythms(step.ContactIds, ct);
        var outcomes = await Act(step, ct);
        var task = await db.Tasks.SingleAsync(row => row.Id == (change.UndoTaskId ?? change.Id), ct);
        if (change.IsUndo)
        {
            change.StepBack(rows.Until, outcomes, now);
            task.Advance(rows.Until - 1, change.Processed);
        }
        else
        {
            change.Advance(rows.Until, outcomes, now);
            task.Advance(change.Processed, change.Total);
        }

        if (!change.IsUnderWay)
        {
            task.Finish(now);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return change;
    }

    private static Task<IReadOnlyList<BulkOutcome>> Act(BulkStep step, CancellationToken ct) =>
        (step.Change.Action, step.Change.IsUndo) switch
        {
            (BulkAction.Tag or BulkAction.Untag, _) => ChangeTags.Run(step, ct),
            (BulkAction.Assign, _) => ChangeOwners.Run(step, ct),
            (BulkAction.Delete, false) => DeleteMany.Run(step, ct),
            (BulkAction.Delete, true) => RestoreMany.Run(step, ct),
            (BulkAction.Move, false) => MoveMany.Run(step, ct),
            (BulkAction.Move, true) => MoveMany.TakeBack(step, ct),
            var (action, _) => throw new ArgumentOutOfRangeException(nameof(step), action, "Not an action."),
        };
}
