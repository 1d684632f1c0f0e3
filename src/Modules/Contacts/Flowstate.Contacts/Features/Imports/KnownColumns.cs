using System.Text.Json;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Imports;
using Flowstate.Contacts.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Features.Imports;

/// <summary>What the workspace knows about the columns of an upload, beyond what their names say by themselves.</summary>
internal static class KnownColumns
{
    /// <summary>The columns with the fields that the member chose for a file of the same columns last time; null for a new one.</summary>
    public static async Task<IReadOnlyList<ImportColumn>?> Remembered(
        ContactsDbContext db,
        IReadOnlyList<ImportColumn> columns,
        CancellationToken ct
    )
    {
        var (headers, me) = (Import.HeadersOf(columns), db.User.MemberId);
        var mapping = await db.Set<Import>()
            .Where(import => headers != null && import.Headers == headers && import.OwnerId == me)
            .Where(import => import.CheckTaskId != null || import.StartedAt != null)
            .OrderByDescending(import => import.CreatedAt)
            .Select(import => import.Mapping)
            .FirstOrDefaultAsync(ct);
        if (mapping is null)
        {
            return null;
        }

        var chosen = JsonSerializer.Deserialize<List<ImportColumn>>(mapping)!;
        var keys = (await Open(db, ct)).Select(field => field.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. columns.Zip(
                chosen,
                (column, before) =>
                    before.Key is null || keys.Contains(before.Key) ? column.As(before) : column.As(ContactField.Ignore)
            ),
        ];
    }

    /// <summary>The columns; one that nothing was guessed for goes to the workspace's own field of its name.</summary>
    public static async Task<IReadOnlyList<ImportColumn>> Named(
        ContactsDbContext db,
        IReadOnlyList<ImportColumn> columns,
        CancellationToken ct
    )
    {
        if (!columns.Any(column => column.Field == ContactField.Ignore))
        {
            return columns;
        }

        var fields = (await Open(db, ct)).DistinctBy(field => field.Label, StringComparer.OrdinalIgnoreCase);
        var named = fields.ToDictionary(field => field.Label, field => field.Key, StringComparer.OrdinalIgnoreCase);
        return
        [
            .. columns.Select(column =>
                column.Field == ContactField.Ignore && named.Remove(column.Column.Trim(), out var key)
                    ? column with
                    {
                        Field = ContactField.Custom,
                        Key = key,
                    }
                    : column
            ),
        ];
    }

    // Those that an import may fill.
    private static Task<List<CustomField>> Open(ContactsDbContext db, CancellationToken ct) =>
        db.Fields.AsNoTracking().Where(field => field.ArchivedAt == null && !field.Sensitive).ToListAsync(ct);
}
