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

    /// <summary>Waits until nobody else writes this import, in the transaction that is open.</summary>
    public static Task LockImport(this ContactsDbContext db, Guid importId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"select 1 from contacts.imports where workspace_id = {db.User.WorkspaceId} and id = {importId} for update",
            ct
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
