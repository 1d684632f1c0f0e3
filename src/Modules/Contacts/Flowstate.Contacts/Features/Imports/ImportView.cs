using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Imports;
using Flowstate.Shared.Slices;

namespace Flowstate.Contacts.Features.Imports;

/// <summary>
/// A column to map. <paramref name="Field"/> is null where it is not read, <c>fields.key</c> for one of the workspace's own, and
/// <c>newField</c> where <paramref name="New"/> is to be made. <paramref name="Guess"/> is the kind of field that would hold every
/// cell; <paramref name="Made"/> says that this import has made the field.
/// </summary>
internal sealed record ImportColumnView(
    string Column,
    IReadOnlyList<string> Samples,
    string? Field,
    ImportColumnView.NewFieldView? New,
    FieldKind Guess,
    bool Made
)
{
    internal sealed record NewFieldView(string Label, FieldKind Kind);

    public static ImportColumnView Of(ImportColumn column) =>
        new(
            column.Column,
            column.Samples,
            column.Field switch
            {
                ContactField.Ignore => null,
                ContactField.Custom => column.New is null ? MappedColumn.Own + column.Key : MappedColumn.Made,
                var field => Code.Of(field),
            },
            column.New is { } wanted ? new NewFieldView(wanted.Label, wanted.Kind) : null,
            column.Guess,
            column.Made
        );
}

/// <summary>
/// An import as its owner sees it. <paramref name="Remembered"/>: the columns are mapped as for such a file before. <paramref name="Fields"/> is what a column can be mapped to; a vCard has no columns.
/// Counts are rows; <paramref name="RatePerSecond"/> is rows a second since it began to run. <paramref name="Undone"/> is there
/// once it was asked to be undone; <paramref name="UndoUntil"/> while it can be.
/// </summary>
internal sealed record ImportView(
    Guid Id,
    string FileName,
    AddressBookKind Kind,
    string Format,
    string Encoding,
    string? Delimiter,
    ImportState State,
    IReadOnlyList<ImportColumnView> Columns,
    IReadOnlyList<ContactField> Fields,
    Stage Stage,
    WhenKnown Existing,
    bool Remembered,
    int Total,
    int Processed,
    int Created,
    int Updated,
    int Duplicates,
    int Refused,
    string? Error,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FinishedAt,
    double? RatePerSecond,
    DateTimeOffset? UndoUntil,
    ImportView.UndoView? Undone
)
{
    /// <summary>
    /// How far an undo is, in rows, and its contacts: put away, given back what they were, and kept because people have worked
    /// with them since.
    /// </summary>
    internal sealed record UndoView(int Processed, int Removed, int Restored, int Kept);

    public static readonly ContactField[] Offered =
    [
        .. Enum.GetValues<ContactField>().Where(field => field is not (ContactField.Detail or ContactField.Custom)),
    ];

    public static ImportView Of(Import import) =>
        new(
            import.Id,
            import.FileName,
            import.Kind,
            import.Format,
            import.Encoding,
            import.Delimiter,
            import.State,
            [.. import.Columns.Select(ImportColumnView.Of)],
            Offered,
            import.Stage,
            import.Existing,
            import.Remembered,
            import.Total,
            import.Processed,
            import.Created,
            import.Updated,
            import.Duplicates,
            import.Refused,
            import.Error,
            import.CreatedAt,
            import.FinishedAt,
            Rate(import),
            UndoImport.Until(import),
            import.UndoneFrom is { } from
                ? new UndoView(import.NextRow - from, import.Removed, import.Restored, import.Kept)
                : null
        );

    private static double? Rate(Import import) =>
        import.StartedAt is { } started && import.MovedAt > started
            ? Math.Round(import.Processed / (import.MovedAt - started).TotalSeconds, 1)
            : null;
}
