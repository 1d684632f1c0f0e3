using Flowstate.Contacts.Imports;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Realtime;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Contacts.Jobs;

/// <summary>Checks a file before it is imported. Killed, it begins anew: what it has seen so far was in memory.</summary>
internal sealed class ForeseeImport(
    ContactsDbContext db,
    CurrentUser user,
    IServiceScopeFactory scopes,
    LiveUpdates live,
    TimeProvider clock
)
{
    public async Task Run(Guid workspaceId, Guid importId, Guid checkId, CancellationToken ct)
    {
        user.Enter(workspaceId);
        if (await Begin(importId, checkId, ct) is not { } import)
        {
            return;
        }

        var own = await OwnFields.Of(db, import, clock.Moment(), ct);
        var country = await db.Country(ct);
        var chunk = new ForeseeChunk(db, country, await db.CadenceDays(ct), clock);
        await foreach (var rows in new ReadAhead(scopes, clock).Chunks(import, country, own, ct))
        {
            ct.ThrowIfCancellationRequested();
            if (await chunk.Run(importId, checkId, rows, ct) is not { } moved)
            {
                return;
            }

            Tell(moved);
        }

        await End(importId, checkId, ct);
    }

    private async Task<Import?> Begin(Guid importId, Guid checkId, CancellationToken ct)
    {
        var asked = await db.Set<Import>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == importId, ct);
        if (asked?.IsUnder(checkId) != true)
        {
            return null;
        }

        var found = await FindOptions.In(db, asked, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var import = await db.LockImport(importId, ct);
        if (import?.IsUnder(checkId) != true)
        {
            return null;
        }

        await db.Set<ImportRow>().Where(row => row.ImportId == importId).ExecuteDeleteAsync(ct);
        if (found is not null)
        {
            import.Settle(found);
        }

        import.Check(checkId, clock.Moment());
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return import;
    }

    private async Task End(Guid importId, Guid checkId, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var import = (await db.LockImport(importId, ct))!;
        if (!import.IsUnder(checkId))
        {
            return;
        }

        var now = clock.Moment();
        import.Checked(now);
        (await db.Tasks.SingleAsync(task => task.Id == checkId, ct)).Finish(now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        Tell(import);
    }

    private void Tell(Import import) =>
        live.Changed(import.WorkspaceId, "contacts", "import", import.Id, new { import.State, import.Processed });
}
