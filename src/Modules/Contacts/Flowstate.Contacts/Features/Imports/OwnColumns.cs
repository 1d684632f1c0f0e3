using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Features.Fields;
using Flowstate.Contacts.Imports;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Slices;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Features.Imports;

/// <summary>
/// Whether columns may go to the workspace's own fields as they were told to, before anything is written. 400
/// <c>contacts.unknown-field</c>, <c>contacts.field-twice</c>; 403 <c>contacts.sensitive-field</c>,
/// <c>contacts.new-field-forbidden</c>; 409 <c>contacts.field-exists</c>, <c>contacts.too-many-fields</c>.
/// </summary>
internal static class OwnColumns
{
    private static readonly Error Forbidden = new(
        ErrorKind.Forbidden,
        "contacts.new-field-forbidden",
        "Your role may not add fields. Choose one that is there, or ignore the column."
    );

    public static async Task<Error?> Wrong(ContactsDbContext db, Import import, CancellationToken ct)
    {
        var columns = import.Columns.Where(column => column.Field == ContactField.Custom).ToList();
        if (columns.Count == 0)
        {
            return null;
        }

        var fields = await db.Fields.AsNoTracking().Where(field => field.ArchivedAt == null).ToListAsync(ct);
        var wanted = columns.Where(column => column.New is not null).ToList();
        return wanted.Count > 0 && !db.User.Permissions.Contains(ContactsModule.Fields)
            ? Forbidden
            : columns.Select(column => Wrong(column, columns, fields)).FirstOrDefault(error => error is not null)
                ?? TooMany(fields.Count, wanted.Count);
    }

    private static Error? Wrong(ImportColumn column, List<ImportColumn> columns, List<CustomField> fields)
    {
        if (columns.Exists(other => other != column && IsSame(other, column)))
        {
            return Of(
                ErrorKind.Invalid,
                "contacts.field-twice",
                $"Two columns go to one field: {column.Column} is one."
            );
        }

        if (column.New is { } wanted)
        {
            return FieldView.IsTaken(wanted.Label, by: null, fields)
                ? Of(
                    ErrorKind.Conflict,
                    "contacts.field-exists",
                    $"There is a field named {wanted.Label} already. Choose it for the column, or give yours another name."
                )
                : null;
        }

        return fields.Find(field => field.Key == column.Key) switch
        {
            null => Of(
                ErrorKind.Invalid,
                "contacts.unknown-field",
                $"The field that {column.Column} goes to is not there."
            ),
            { Sensitive: true } field => Of(
                ErrorKind.Forbidden,
                "contacts.sensitive-field",
                $"{field.Label} is sensitive: an import does not fill it."
            ),
            _ => null,
        };

        Error Of(ErrorKind kind, string code, string sentence) =>
            new Error(kind, code, sentence).With("column", column.Column);
    }

    private static bool IsSame(ImportColumn one, ImportColumn other) =>
        one.New is { } field
            ? string.Equals(field.Label, other.New?.Label, StringComparison.OrdinalIgnoreCase)
            : one.Key == other.Key && other.New is null;

    private static Error? TooMany(int there, int wanted) =>
        there + wanted <= CustomField.Most
            ? null
            : new Error(
                ErrorKind.Conflict,
                FieldView.TooMany.Code,
                $"{wanted} new fields do not fit: a workspace has at most {CustomField.Most}, and yours has {there}. "
                    + "Ignore columns, or archive fields that nobody needs."
            );
}
