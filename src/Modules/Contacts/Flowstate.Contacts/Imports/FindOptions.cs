using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Persistence;

namespace Flowstate.Contacts.Imports;

/// <summary>
/// Looks a file through for the options of the choices that its import is to make: the first 200 that each column holds, in
/// the file's order. A row with another one is refused.
/// </summary>
internal static class FindOptions
{
    /// <returns>The columns with what was found, or null if there was nothing to look for.</returns>
    public static async Task<IReadOnlyList<ImportColumn>?> In(ContactsDbContext db, Import import, CancellationToken ct)
    {
        var found = import
            .Columns.Where(column => column.New is { IsChoice: true, Options: null })
            .ToDictionary(
                column => column.Column,
                column => new Seen(column.New!.Kind == FieldKind.MultiChoice),
                StringComparer.Ordinal
            );
        if (found.Count == 0)
        {
            return null;
        }

        await using var file = new StoredFile(db, import.Id, import.Size);
        foreach (var row in import.Rows(file, await db.MendedRows(import.Id, ct)))
        {
            ct.ThrowIfCancellationRequested();
            foreach (var cell in row.Values)
            {
                if (
                    cell is { Field: ContactField.Custom, Label: { } column }
                    && found.TryGetValue(column, out var seen)
                )
                {
                    seen.Take(cell.Value);
                }
            }
        }

        return
        [
            .. import.Columns.Select(column =>
                found.TryGetValue(column.Column, out var seen)
                    ? column with
                    {
                        New = column.New! with { Options = seen.Labels },
                    }
                    : column
            ),
        ];
    }

    private sealed class Seen(bool several)
    {
        private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);

        public List<string> Labels { get; } = [];

        public void Take(string cell)
        {
            foreach (var label in several ? CellValue.Parts(cell) : [CleanText.Line(cell)])
            {
                if (
                    label.Length is > 0 and <= ContactLimits.Tag
                    && Labels.Count < CustomField.MostOptions
                    && _known.Add(label)
                )
                {
                    Labels.Add(label);
                }
            }
        }
    }
}
