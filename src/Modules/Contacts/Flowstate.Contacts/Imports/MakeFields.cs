using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Features.Fields;
using Flowstate.Contacts.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Imports;

/// <summary>
/// Makes the fields that an import was told to make, in one transaction with the columns that go to them: an import that is
/// taken up again finds them made.
/// </summary>
internal static class MakeFields
{
    private const string NoRoom = "The new fields of this file no longer fit: nothing was imported.";

    /// <returns>Why they cannot be made, in a sentence; null where they are, or there are none to make.</returns>
    public static async Task<string?> Of(ContactsDbContext db, Guid importId, DateTimeOffset now, CancellationToken ct)
    {
        var waiting = await db.Set<Import>().AsNoTracking().SingleAsync(row => row.Id == importId, ct);
        if (!waiting.Columns.Any(column => column.New is not null))
        {
            return null;
        }

        var found = await FindOptions.In(db, waiting, ct) ?? waiting.Columns;
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var import = (await db.LockImport(importId, ct))!;
        if (import.State != ImportState.Queued || !import.Columns.Any(column => column.New is not null))
        {
            return null;
        }

        var fields = await FieldView.Locked(db, ct);
        List<ImportColumn> columns = [.. found];
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].New is { } wanted)
            {
                if (FieldView.IsTaken(wanted.Label, by: null, fields) || !HasRoom(fields))
                {
                    return NoRoom;
                }

                var field = OwnFields.Make(wanted, fields, now);
                db.Add(field);
                fields.Add(field);
                columns[i] = columns[i] with { Key = field.Key, New = null, Made = true };
            }
        }

        import.Settle(columns);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    private static bool HasRoom(List<CustomField> fields) =>
        fields.Count(field => field.ArchivedAt is null) < CustomField.Most;
}
