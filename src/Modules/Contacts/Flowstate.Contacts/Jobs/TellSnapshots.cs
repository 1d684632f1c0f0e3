using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Jobs;

/// <summary>
/// Raises one snapshot per contact, 500 in a transaction. Each batch is locked while its snapshots are written: a
/// touch committed in between would otherwise be told before a snapshot that does not know it.
/// </summary>
internal sealed class TellSnapshots(ContactsDbContext db, CurrentUser user, TimeProvider clock)
{
    private const int Batch = 500;

    public async Task Run(Guid workspaceId, Guid taskId, CancellationToken ct)
    {
        user.Enter(workspaceId);
        try
        {
            await TellAll(taskId, ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException && !failure.IsPassing())
        {
            // Whoever watches the task must not wait for ever; a passing fault is the queue's to try again.
            db.ChangeTracker.Clear();
            var task = await db.Tasks.SingleAsync(row => row.Id == taskId, CancellationToken.None);
            task.Fail("Something among these contacts could not be told. Start the replay again.", clock.Moment());
            await db.SaveChangesAsync(CancellationToken.None);
            throw;
        }
    }

    private async Task TellAll(Guid taskId, CancellationToken ct)
    {
        var total = await db.Contacts.LongCountAsync(ct);
        long told = 0;
        for (Guid? after = Guid.Empty; after is not null; )
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var ids = await LockAfter(after.Value, ct);
            told += await Tell(ids, ct);
            var task = await db.Tasks.SingleAsync(row => row.Id == taskId, ct);
            task.Advance(told, total);
            after = ids.Count < Batch ? null : ids[^1];
            if (after is null)
            {
                task.Finish(clock.Moment());
            }

            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
    }

    private Task<List<Guid>> LockAfter(Guid after, CancellationToken ct) =>
        db
            .Database.SqlQuery<Guid>(
                $"""
                select contact_id as value from contacts.contact_rhythms
                where workspace_id = {user.WorkspaceId} and contact_id > {after}
                order by contact_id limit {Batch} for update
                """
            )
            .ToListAsync(ct);

    private async Task<int> Tell(List<Guid> ids, CancellationToken ct)
    {
        var contacts = await db
            .Contacts.AsNoTracking()
            .Where(contact => ids.Contains(contact.Id))
            .Include(contact => contact.Rhythm)
            .Include(contact => contact.Points)
            .Include(contact => contact.FollowUps.Where(followUp => followUp.Status == FollowUpStatus.Open))
            .AsSplitQuery()
            .ToListAsync(ct);
        foreach (var contact in contacts)
        {
            db.Raise(Snapshot.Of(contact, clock.Moment()));
        }

        return contacts.Count;
    }
}
