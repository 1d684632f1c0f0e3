using Flowstate.Shared.Slices;

namespace Flowstate.Contacts.Imports;

/// <summary>What an upload is: its format, its columns with samples and a suggested mapping, and how many rows it has.</summary>
internal static class ReadUpload
{
    private const int RowsSampled = 50;
    private const int Samples = 3;
    private const int LongestSample = 80;
    private const int LongestName = 200;

    public static Result<(FileFormat Format, IReadOnlyList<ImportColumn> Columns, int Total)> Of(
        Stream file,
        string name
    )
    {
        var found = DetectFile.Of(file, name);
        if (found.Error is { } error)
        {
            return error;
        }

        var format = found.Value;
        if (format.Kind == AddressBookKind.Vcard)
        {
            return (format, (IReadOnlyList<ImportColumn>)[], ReadVCards.Rows(file, format).Count());
        }

        var (total, guesses) = LookThrough(file, format);
        return (format, Columns(file, format, guesses), total);
    }

    /// <summary>The last part of the path some browsers send, fit to be shown.</summary>
    public static string NameOf(string fileName)
    {
        var name = CleanText.Line(fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..]);
        return name.Length == 0 ? "contacts" : Cut(name, LongestName);
    }

    private static (int Total, GuessKind[] Guesses) LookThrough(Stream file, FileFormat format)
    {
        GuessKind[] guesses = [.. format.Columns.Select(_ => new GuessKind())];
        var total = 0;
        foreach (var row in ReadCsv.Records(file, format))
        {
            total++;
            for (var i = 0; row.Fault is null && i < Math.Min(row.Cells.Count, guesses.Length); i++)
            {
                guesses[i].Tell(row.Cells[i]);
            }
        }

        return (total, guesses);
    }

    private static List<ImportColumn> Columns(Stream file, FileFormat format, GuessKind[] guesses)
    {
        var rows = ReadCsv.Records(file, format).Take(RowsSampled).Where(row => row.Fault is null).ToList();
        return
        [
            .. SuggestMapping
                .For(format)
                .Select(column => new ImportColumn(
                    column.Name,
                    SamplesOf(rows, column.Index),
                    column.Field,
                    Guess: guesses[column.Index].Kind
                )),
        ];
    }

    private static List<string> SamplesOf(List<CsvRecord> rows, int index) =>
        [
            .. rows.Where(row => index < row.Cells.Count)
                .Select(row => Cut(CleanText.Line(row.Cells[index]), LongestSample))
                .Where(sample => sample.Length > 0)
                .Distinct(StringComparer.Ordinal)
                .Take(Samples),
        ];

    private static string Cut(string text, int most) =>
        text.Length <= most ? text : $"{text[..(char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1)]}…";
}
