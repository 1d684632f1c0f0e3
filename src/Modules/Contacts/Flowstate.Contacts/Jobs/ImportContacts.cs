using Flowstate.Contacts.Imports;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Persistence;
using Flowstate.Shared.Realtime;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Flowstate.Contacts.Jobs;

/// <summary>
/// Runs an import, a chunk of rows in a transaction. Killed at any point, or run by two hosts at once, it writes every row exactly
/// once: the next run reads the file again and goes on at the row the last commit left.
/// </summary>
internal sealed class ImportContacts(
    ContactsDbContext db,
    CurrentUser user,
    IServiceScopeFactory scopes,
    LiveUpdates live,
    TimeProvider clock,
    ILogger<ImportContacts> log
)
{
    public async Task Run(Guid workspaceId, Guid importId, CancellationToken ct)
    {
        user.Enter(workspaceId);
        var import = await db.Set<Import>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == importId, ct);
        if (import is null or { IsWaiting: true } or { IsOver: true })
        {
            return;
        }

        if (import.State == ImportState.Queued)
        {
            // What a check foresaw makes room for what happens.
            await db.Set<ImportRow>().Where(row => row.ImportId == importId).ExecuteDeleteAsync(ct);
        }

        try
        {
            var wrong = await MakeFields.Of(db, importId, clock.Moment(), ct);
            if (wrong is null)
            {
                await Write(importId, ct);
            }

            await End(importId, wrong, ct);
        }
        catch (Exception failure) when (!ComesAgain(failure))
        {
            log.LogError(failure, "Import {Import} failed", importId);
            await End(importId, "Something in this file could not be written. The rows before it are in.", ct);
        }
    }

    private async Task Write(Guid importId, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var import = await db.Set<Import>().AsNoTracking().SingleAsync(row => row.Id == importId, ct);
        if (import.Columns.Any(column => column.Made))
        {
            live.Changed(import.WorkspaceId, db.Schema, "fields");
        }

        var own = await OwnFields.Of(db, import, clock.Moment(), ct);
        var country = await db.Country(ct);
        var chunk = new WriteChunk(db, country, await db.CadenceDays(ct), clock);
        await foreach (var rows in new ReadAhead(scopes, clock).Chunks(import, country, own, ct))
        {
            var moved = await chunk.Run(import.Id, rows, ct);
            Tell(moved);
            if (moved.IsOver)
            {
                return;
            }
        }
    }

    private async Task End(Guid importId, string? error, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var import = (await db.LockImport(importId, ct))!;
        if (!import.IsOver)
        {
            var (now, task) = (clock.Moment(), await db.Tasks.SingleAsync(row => row.Id == importId, ct));
            if (error is null)
            {
                import.Finish(now);
                task.Finish(now);
            }
            else
            {
                import.Fail(error, now);
                task.Fail(error, now);
            }

            await db.SaveChangesAsync(ct);
            await db.Set<ImportChunk>().Where(piece => piece.ImportId == importId).ExecuteDeleteAsync(ct);
        }

        await transaction.CommitAsync(ct);
        Tell(import);
    }

    private void Tell(Import import) =>
        live.Changed(
            import.WorkspaceId,
            "contacts",
            "import",
            import.Id,
            new
            {
                import.State,
                import.Processed,
                import.Total,
                import.Created,
                import.Updated,
                import.Duplicates,
                import.Refused,
            }
        );

    // A stopping host or a database that is away: the queue tries again, and nothing is lost by it.
    private static bool ComesAgain(Exception failure) => failure is OperationCanceledException || failure.IsPassing();
}
