using System.Text.Json.Nodes;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Imports;

/// <summary>The fields of the workspace's own that a file's columns go to, by the column's name.</summary>
internal sealed class OwnFields
{
    public static readonly OwnFields None = new();

    private const int LongestQuote = 60;

    private readonly Dictionary<string, CustomField> _byColumn = new(StringComparer.Ordinal);

    private OwnFields() { }

    /// <summary>Those of an import; ones that it is still to make are as it would make them, and not stored.</summary>
    public static async Task<OwnFields> Of(
        ContactsDbContext db,
        Import import,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var columns = import.Columns.Where(column => column.Field == ContactField.Custom).ToList();
        if (columns.Count == 0)
        {
            return None;
        }

        var own = new OwnFields();
        var fields = await db.Fields.AsNoTracking().ToListAsync(ct);
        foreach (var column in columns)
        {
            if (column.New is { } wanted)
            {
                var field = Make(wanted, fields, now);
                fields.Add(field);
                own._byColumn[column.Column] = field;
            }
            else if (
                fields.Find(field => field.Key == column.Key && field is { Sensitive: false, ArchivedAt: null }) is
                { } known
            )
            {
                own._byColumn[column.Column] = known;
            }
        }

        return own;
    }

    public static CustomField Make(NewField wanted, IReadOnlyCollection<CustomField> others, DateTimeOffset now) =>
        CustomField.Define(
            wanted.Label,
            wanted.Kind,
            sensitive: false,
            [.. (wanted.Options ?? []).Select(option => new OptionDraft(null, option))],
            others,
            now
        );

    /// <summary>What a row says: a JSON object by key, null where it says nothing; or which cell cannot be read, and why.</summary>
    public (string? Fields, string? Wrong) Read(SourceRow row, string? country)
    {
        if (_byColumn.Count == 0)
        {
            return (null, null);
        }

        JsonObject fields = [];
        foreach (var cell in row.Values)
        {
            if (
                cell.Field != ContactField.Custom
                || cell.Label is not { } column
                || !_byColumn.TryGetValue(column, out var field)
            )
            {
                continue;
            }

            var (kept, wrong) = CellValue.Read(field, cell.Value, country);
            if (wrong is not null)
            {
                return (null, $"{column}: “{Quoted(cell.Value)}” {wrong}");
            }

            if (kept is not null)
            {
                fields[field.Key] = kept;
            }
        }

        return (fields.Count == 0 ? null : fields.ToJsonString(), null);
    }

    private static string Quoted(string cell)
    {
        var line = CleanText.Line(cell);
        return line.Length <= LongestQuote ? line : $"{line[..LongestQuote].TrimEnd('\uD83D', '\uD83C')}…";
    }
}
