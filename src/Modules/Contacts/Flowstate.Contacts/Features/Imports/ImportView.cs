using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Imports;

namespace Flowstate.Contacts.Features.Imports;

/// <summary>A column to map; <paramref name="Field"/> is null where it is not read.</summary>
internal sealed record ImportColumnView(string Column, IReadOnlyList<string> Samples, ContactField? Field);

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
        .. Enum.GetValues<ContactField>().Where(field => field != ContactField.Detail),
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
            [.. import.Columns.Select(View)],
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

    private static ImportColumnView View(ImportColumn column) =>
        new(column.Column, column.Samples, column.Field == ContactField.Ignore ? null : column.Field);

    private static double? Rate(Import import) =>
        import.StartedAt is { } started && import.MovedAt > started
            ? Math.Round(import.Processed / (import.MovedAt - started).TotalSeconds, 1)
            : null;
}
