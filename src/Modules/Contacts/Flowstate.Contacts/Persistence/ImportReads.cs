using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Events;
using Flowstate.Contacts.Imports;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Persistence;

internal static class ImportReads
{
    public static readonly Error NotFound = new(
        ErrorKind.NotFound,
        "contacts.import-not-found",
        "There is no such import."
    );

    /// <summary>The rule for imports is the one for contacts: one's own, or all for those who see the workspace.</summary>
    public static IQueryable<Import> VisibleTo(this IQueryable<Import> imports, CurrentUser user) =>
        user.SeesWholeWorkspace ? imports : imports.Where(import => import.OwnerId == user.MemberId);

    /// <summary>The import, once nobody else writes it, in the transaction that is open; null where there is none.</summary>
    public static async Task<Import?> LockImport(this ContactsDbContext db, Guid importId, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync(
            $"select 1 from contacts.imports where workspace_id = {db.User.WorkspaceId} and id = {importId} for update",
            ct
        );
        return await db.Set<Import>().SingleOrDefaultAsync(row => row.Id == importId, ct);
    }

    /// <summary>The same for a member, to whom what they may not see is not there.</summary>
    public static async Task<Import?> LockOwnImport(this ContactsDbContext db, Guid importId, CancellationToken ct) =>
        await db.LockImport(importId, ct) is { } import
        && (db.User.SeesWholeWorkspace || import.OwnerId == db.User.MemberId)
            ? import
            : null;

    /// <summary>Tells what an import, or its undo, made of contacts.</summary>
    public static void Tell(
        this ContactsDbContext db,
        Import import,
        IEnumerable<Contact> contacts,
        DateTimeOffset now
    ) =>
        db.RaiseMany(
            contacts.Select(contact => contact.Details()),
            told => new ContactsImported(import.WorkspaceId, import.NextRow, now, import.Id, told)
        );

    /// <summary>Which of these contacts the import itself has made, and by which row.</summary>
    public static Task<Dictionary<Guid, int>> MadeBy(
        this ContactsDbContext db,
        Guid importId,
        Guid[] contactIds,
        CancellationToken ct
    ) =>
        db.Set<ImportRow>()
            .Where(row => row.ImportId == importId && row.Outcome == RowOutcome.Created)
            .Where(row => row.ContactId != null && contactIds.Contains(row.ContactId.Value))
            .ToDictionaryAsync(row => row.ContactId!.Value, row => row.Row, ct);

    public static Task<Dictionary<int, string[]>> MendedRows(
        this ContactsDbContext db,
        Guid importId,
        CancellationToken ct
    ) =>
        db.Set<MendedRow>()
            .Where(row => row.ImportId == importId)
            .ToDictionaryAsync(row => row.Row, row => row.Cells, ct);
}
