using Flowstate.Shared.Slices;

namespace Flowstate.Contacts.Imports;

/// <summary>Finds a CSV file's delimiter, the line of its column names, and which program wrote it.</summary>
internal static class DetectCsv
{
    private const int LinesOfPreamble = 20;
    private const int MostColumns = 1_000;
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    public static Result<FileFormat> Of(Stream file, FileFormat format)
    {
        var best = Delimiters
            .Select(delimiter => (Delimiter: delimiter, Header: FindHeader(file, format, delimiter)))
            .MaxBy(found => (found.Header.Known, found.Header.Record?.Cells.Count ?? 0));
        if (best.Header.Record is not { } header)
        {
            return ImportErrors.Empty;
        }
        if (header.Cells.Count > MostColumns || (best.Header.Known == 0 && header.Cells.Any(LooksLikeData)))
        {
            return ImportErrors.NoHeader;
        }
        var found = format with
        {
            Format = Flavour(header.Cells),
            Delimiter = best.Delimiter,
            HeaderLine = header.Line,
            Columns = MakeUnique(header.Cells),
        };
        return ReadCsv.Records(file, found).Any() ? found : ImportErrors.NoContact;
    }

    // LinkedIn writes a "Notes:" paragraph above the names, others a title: the first line that names two known columns wins.
    private static (CsvRecord? Record, int Known) FindHeader(Stream file, FileFormat format, char delimiter)
    {
        using var reader = format.Open(file);
        var records = new CsvRecords(new BoundedLines(reader), delimiter);
        CsvRecord? first = null;
        for (var seen = 0; seen < LinesOfPreamble && records.Next() is { } record; seen++)
        {
            if (record.Fault is not null || record.IsBlank || IsSeparatorHint(record))
            {
                continue;
            }
            var known = record.Cells.Count(cell => ColumnNames.FieldOf(cell) is not null);
            if (known >= 2)
            {
                return (record, known);
            }
            first ??= record;
        }
        return (first, first?.Cells.Count(cell => ColumnNames.FieldOf(cell) is not null) ?? 0);
    }

    // Excel's first line "sep=;".
    private static bool IsSeparatorHint(CsvRecord record) =>
        record.Cells[0].Trim().StartsWith("sep=", StringComparison.OrdinalIgnoreCase);

    private static bool LooksLikeData(string cell) =>
        MailText.IsAddress(cell.Trim()) || cell.Count(char.IsAsciiDigit) >= 7;

    private static string Flavour(IReadOnlyList<string> cells)
    {
        var names = cells.Select(cell => cell.Trim()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return names.Contains("E-mail 1 - Value") || names.Contains("Phone 1 - Value") ? "Google Contacts"
            : names.Contains("E-mail Address") || names.Contains("Business Phone") ? "Outlook"
            : names.Contains("Connected On") && names.Contains("Position") ? "LinkedIn"
            : "CSV";
    }

    private static List<string> MakeUnique(IReadOnlyList<string> cells)
    {
        var unique = new List<string>(cells.Count);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (cell, index) in cells.Select((cell, index) => (CleanText.Line(cell), index)))
        {
            var name = cell.Length == 0 ? $"Column {index + 1}" : cell;
            var candidate = name;
            for (var copy = 2; !taken.Add(candidate); copy++)
            {
                candidate = $"{name} ({copy})";
            }
            unique.Add(candidate);
        }
        return unique;
    }
}
