namespace Flowstate.Contacts.Imports;

/// <summary>The rows of a CSV address book, one at a time, numbered from 1 (blank lines are not counted).</summary>
internal static class ReadCsv
{
    /// <summary>The records below the line of column names.</summary>
    public static IEnumerable<CsvRecord> Records(Stream file, FileFormat format)
    {
        using var reader = format.Open(file);
        var records = new CsvRecords(new BoundedLines(reader), format.Delimiter ?? ',');
        while (records.Next() is { } above && above.Line < format.HeaderLine) { }
        while (records.Next(format.Columns.Count) is { } record)
        {
            if (!record.IsBlank)
            {
                yield return record;
            }
        }
    }

    /// <param name="mended">Cells that somebody put right, by the number of their row.</param>
    public static IEnumerable<SourceRow> Rows(
        Stream file,
        FileFormat format,
        IReadOnlyList<CsvColumn> columns,
        IReadOnlyDictionary<int, string[]>? mended = null
    )
    {
        var used = columns.Where(column => column.Field != ContactField.Ignore).ToList();
        var number = 0;
        foreach (var read in Records(file, format))
        {
            number++;
            var record = mended?.GetValueOrDefault(number) is { } cells ? new CsvRecord(read.Line, cells, null) : read;
            yield return Row(number, record, format, used);
        }
    }

    public static SourceRow Row(int number, CsvRecord record, FileFormat format, IReadOnlyList<CsvColumn> columns) =>
        Fault(record, format) is { } fault
            ? SourceRow.Refused(number, record.Line, fault, record.Cells)
            : new SourceRow(number, record.Line, Values(record.Cells, columns), null, record.Cells);

    private static string? Fault(CsvRecord record, FileFormat format)
    {
        var extra = record.Cells.Skip(format.Columns.Count).Any(cell => !string.IsNullOrWhiteSpace(cell));
        return record.Fault is { } fault ? fault
            : extra ? $"there are {record.Cells.Count} cells for {format.Columns.Count} columns"
            : null;
    }

    // A short row is one whose last columns are blank.
    private static List<ReadValue> Values(IReadOnlyList<string> cells, IReadOnlyList<CsvColumn> columns)
    {
        var values = new List<ReadValue>(columns.Count);
        foreach (var column in columns)
        {
            if (column.Index < cells.Count && !string.IsNullOrWhiteSpace(cells[column.Index]))
            {
                var label = column.Field == ContactField.Custom ? column.Name : LabelOf(column, cells);
                values.AddRange(
                    PartsOf(column.Field, cells[column.Index]).Select(part => new ReadValue(column.Field, label, part))
                );
            }
        }
        return values;
    }

    // Mails and numbers are taken apart where it is known what one looks like.
    private static string[] PartsOf(ContactField field, string cell) =>
        field == ContactField.Tags
            ? cell.Replace(":::", ",", StringComparison.Ordinal).Split(',', ';', '|', '\n')
            : [cell];

    private static string? LabelOf(CsvColumn column, IReadOnlyList<string> cells) =>
        column.LabelIndex is { } index && index < cells.Count && PointLabel.FromText(cells[index]) is { } own
            ? own
            : column.Label;
}
