using Flowstate.Contacts.Bulk;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Persistence;
using Flowstate.Shared.Realtime;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Flowstate.Contacts.Jobs;

/// <summary>
/// Runs a change in bulk, or its undo, a chunk of rows in a transaction. Killed at any point, or run by two hosts at once, it
/// changes every contact once.
/// </summary>
internal sealed class ChangeInBulk(
    ContactsDbContext db,
    CurrentUser user,
    LiveUpdates live,
    TimeProvider clock,
    ILogger<ChangeInBulk> log
)
{
    public async Task Run(Guid workspaceId, Guid bulkId, CancellationToken ct)
    {
        user.Enter(workspaceId);
        var chunk = new BulkChunk(db, clock);
        try
        {
            BulkChange? change;
            do
            {
                ct.ThrowIfCancellationRequested();
                change = await chunk.Run(bulkId, ct);
                Tell(workspaceId, bulkId);
            } while (change is { IsUnderWay: true });
        }
        // A stopping host or a database that is away: the queue tries again, and nothing is lost by it.
        catch (Exception failure) when (failure is not OperationCanceledException && !failure.IsPassing())
        {
            log.LogError(failure, "Change {Bulk} failed", bulkId);
            await Fail(bulkId, ct);
            Tell(workspaceId, bulkId);
            throw;
        }
    }

    private async Task Fail(Guid bulkId, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.LockBulk(bulkId, ct) is not { IsUnderWay: true, IsUndo: false } change)
        {
            return;
        }

        const string error =
            "Something here could not be changed. What was changed before it stays, and can be undone.";
        change.Fail(error, clock.Moment());
        (await db.Tasks.SingleAsync(row => row.Id == bulkId, ct)).Fail(error, clock.Moment());
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private void Tell(Guid workspaceId, Guid bulkId) => live.Changed(workspaceId, "contacts", "bulk", bulkId);
}
