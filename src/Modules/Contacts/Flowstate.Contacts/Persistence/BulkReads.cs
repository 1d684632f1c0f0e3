using Flowstate.Contacts.Bulk;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Persistence;

internal static class BulkReads
{
    public static readonly Error NotFound = new(
        ErrorKind.NotFound,
        "contacts.bulk-not-found",
        "There is no such change."
    );

    /// <summary>The rule is the one for contacts: one's own, or all for those who see the workspace.</summary>
    public static IQueryable<BulkChange> VisibleTo(this IQueryable<BulkChange> changes, CurrentUser user) =>
        user.SeesWholeWorkspace ? changes : changes.Where(change => change.StartedBy == user.MemberId);

    /// <summary>The change, once nobody else writes it, in the transaction that is open; null where there is none.</summary>
    public static async Task<BulkChange?> LockBulk(this ContactsDbContext db, Guid bulkId, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync(
            $"select 1 from contacts.bulk_changes where workspace_id = {db.User.WorkspaceId} and id = {bulkId} for update",
            ct
        );
        return await db.Set<BulkChange>().SingleOrDefaultAsync(row => row.Id == bulkId, ct);
    }

    /// <summary>The same for a member, to whom what they may not see is not there.</summary>
    public static async Task<BulkChange?> LockOwnBulk(this ContactsDbContext db, Guid bulkId, CancellationToken ct) =>
        await db.LockBulk(bulkId, ct) is { } change
        && (db.User.SeesWholeWorkspace || change.StartedBy == db.User.MemberId)
            ? change
            : null;
}
