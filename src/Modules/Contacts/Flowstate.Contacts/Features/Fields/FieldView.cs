using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Slices;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Features.Fields;

/// <summary>A field as it is told. <paramref name="Key"/> is what contacts hold their values by.</summary>
internal sealed record FieldView(
    Guid Id,
    long Version,
    string Key,
    string Label,
    FieldKind Kind,
    bool Sensitive,
    int Position,
    IReadOnlyList<FieldOption> Options,
    bool Archived
)
{
    public static readonly Error NotFound = new(
        ErrorKind.NotFound,
        "contacts.field-not-found",
        "There is no such field."
    );

    public static readonly Error TooMany = new(
        ErrorKind.Conflict,
        "contacts.too-many-fields",
        $"A workspace has at most {CustomField.Most} fields. Archive one that nobody needs first."
    );

    public static readonly Error LabelTaken = new(
        ErrorKind.Conflict,
        "contacts.field-exists",
        "There is a field of this name. Give yours another one."
    );

    public static FieldView Of(CustomField field) =>
        new(
            field.Id,
            field.Version,
            field.Key,
            field.Label,
            field.Kind,
            field.Sensitive,
            field.Position,
            field.Options,
            field.ArchivedAt is not null
        );

    /// <summary>
    /// Every field of the workspace, behind a lock that stands until the transaction ends: two people who add the last one
    /// that fits, or two of one name, come after each other.
    /// </summary>
    public static async Task<List<CustomField>> Locked(ContactsDbContext db, CancellationToken ct)
    {
        var name = $"contacts.custom_fields/{db.User.WorkspaceId}";
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({name}, 0))", ct);
        return await db.Fields.OrderBy(field => field.Position).ThenBy(field => field.Key).ToListAsync(ct);
    }

    public static bool IsTaken(string label, Guid? by, IEnumerable<CustomField> fields) =>
        fields.Any(field =>
            field.Id != by
            && field.ArchivedAt is null
            && string.Equals(field.Label, label, StringComparison.OrdinalIgnoreCase)
        );
}
