namespace Flowstate.Shared.Slices;

/// <summary>Writes lines of CSV (RFC 4180) that a spreadsheet shows and does not run.</summary>
public static class CsvText
{
    public static void WriteLine(TextWriter writer, params ReadOnlySpan<string?> cells)
    {
        for (var index = 0; index < cells.Length; index++)
        {
            writer.Write(index == 0 ? "" : ",");
            writer.Write(Cell(cells[index] ?? ""));
        }

        writer.Write("\r\n");
    }

    // What begins like this is a formula to a spreadsheet, whoever wrote it; an apostrophe makes it a text.
    private static string Cell(string text)
    {
        var harmless = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{text}" : text;
        return harmless.AsSpan().IndexOfAny(",\"\r\n") >= 0
            ? $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : harmless;
    }
}
