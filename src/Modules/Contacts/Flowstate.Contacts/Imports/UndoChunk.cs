using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Imports;

/// <summary>
/// Takes back the last rows of an import that are not taken back yet, in one transaction with the step past them: whom a row
/// made is put away, whom it changed gets back what they were. People whom somebody has worked with since are kept.
/// </summary>
internal sealed class UndoChunk(ContactsDbContext db, string? country, CadenceDays cadence, TimeProvider clock)
{
    private const int RowsInAChunk = 2500;

    // Whoever took up a contact after the import left it has advanced its sequence past the one step of each row.
    private const string Untouched = """
        select r.contact_id as "Value" from contacts.contact_rhythms r
        where r.workspace_id = {0} and r.contact_id = any({1}) and r.sequence <= 1 + (
          select count(*) from contacts.import_rows u
          where u.workspace_id = {0} and u.import_id = {2} and u.contact_id = r.contact_id and u.changed
            and u.outcome = 'duplicate')
        order by r.contact_id for update of r
        """;

    public Task<Import> Run(Guid importId, CancellationToken ct) =>
        TryAgain.On(fault => fault.IsPassing(), _ => TakeBack(importId, ct), ct);

    private async Task<Import> TakeBack(Guid importId, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var import = (await db.LockImport(importId, ct))!;
        if (import is not { State: ImportState.Undoing, UndoneFrom: { } until })
        {
            return import;
        }

        var from = Math.Max(until - RowsInAChunk, 1);
        var rows = await db.Set<ImportRow>()
            .AsNoTracking()
            .Where(row => row.ImportId == importId && row.Row >= from && row.Row < until && row.ContactId != null)
            .OrderByDescending(row => row.Row)
            .ToListAsync(ct);
        var now = clock.Moment();
        var restored = await Restore(rows, import, now, ct);
        Guid[] made = [.. rows.Where(row => row.Outcome == RowOutcome.Created).Select(row => row.ContactId!.Value)];
        var removed = await Remove(made, import, now, ct);
        import.StepBack(from, removed, restored, made.Length - removed, now);
        var task = await db.Tasks.SingleAsync(row => row.Id == import.UndoTaskId, ct);
        task.Advance(import.NextRow - from, import.NextRow - 1);
        if (import.State == ImportState.Undone)
        {
            task.Finish(now);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return import;
    }

    private async Task<int> Remove(Guid[] made, Import import, DateTimeOffset now, CancellationToken ct)
    {
        var untouched = await db
            .Database.SqlQueryRaw<Guid>(Untouched, db.User.WorkspaceId, made, import.Id)
            .ToArrayAsync(ct);
        return await db.Delete(untouched, new Stamp(import.OwnerId, now), ct);
    }

    private async Task<int> Restore(List<ImportRow> rows, Import import, DateTimeOffset now, CancellationToken ct)
    {
        var changes = rows.Where(row => row.Overwritten is not null).ToList();
        if (changes.Count == 0)
        {
            return 0;
        }

        var locked = await db.LockAll([.. changes.Select(row => row.ContactId!.Value).Distinct()], ct);
        // Whom somebody else has now is theirs to change.
        var contacts = locked.FindAll(contact => contact.OwnerId == import.OwnerId);
        var byId = contacts.ToDictionary(contact => contact.Id);
        foreach (var row in changes)
        {
            if (byId.GetValueOrDefault(row.ContactId!.Value) is { } contact)
            {
                var overwritten = Overwritten.Of(row.Overwritten!);
                contact.Complete(overwritten.TakeBack(contact.Draft()), country, cadence, now);
                contact.Keep(
                    overwritten.TakeBackOwn(contact.CustomFields) ?? contact.CustomFields,
                    contact.SealedFields
                );
            }
        }

        db.Tell(import, contacts, now);
        return contacts.Count;
    }
}
