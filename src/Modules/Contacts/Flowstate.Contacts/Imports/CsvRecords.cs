using System.Text;

namespace Flowstate.Contacts.Imports;

/// <summary>One CSV record. <paramref name="Fault"/> says what is wrong with it; its cells are then not to be trusted.</summary>
internal sealed record CsvRecord(int Line, IReadOnlyList<string> Cells, string? Fault)
{
    public bool IsBlank => Fault is null && Cells.All(string.IsNullOrWhiteSpace);
}

/// <summary>
/// RFC 4180 records read line by line. A quote that is never closed, or closed by the next row's quote, spoils only the
/// line it is on: reading goes on at the line after it, where a plain parser would swallow the rest of the file.
/// </summary>
internal sealed class CsvRecords(BoundedLines lines, char delimiter)
{
    private const int LinesInOneRecord = 300;

    private readonly Queue<TextLine> _again = new();
    private readonly List<TextLine> _taken = [];
    private readonly StringBuilder _cell = new();

    /// <summary>The next record, or null at the end. More than <paramref name="width"/> cells over several lines is a stray quote.</summary>
    public CsvRecord? Next(int width = int.MaxValue)
    {
        _taken.Clear();
        if (Take() is not { } first)
        {
            return null;
        }
        if (first.Cut)
        {
            return new CsvRecord(first.Number, [], $"the line is longer than {BoundedLines.Limit} characters");
        }
        var cells = new List<string>();
        var fault = Parse(first, cells);
        if (_taken.Count > 1 && (fault is not null || cells.Count > width))
        {
            PutBackAllButFirst();
            fault ??= "a quotation mark opens here and closes in another row";
        }
        return new CsvRecord(first.Number, cells, fault);
    }

    private string? Parse(TextLine line, List<string> cells)
    {
        var text = line.Text;
        var at = 0;
        while (true)
        {
            _cell.Clear();
            var start = at;
            while (start < text.Length && text[start] == ' ')
            {
                start++;
            }
            if (start < text.Length && text[start] == '"')
            {
                at = start + 1;
                while (true)
                {
                    var close = text.IndexOf('"', at);
                    if (close < 0)
                    {
                        _cell.Append(text, at, text.Length - at).Append('\n');
                        if (
                            _taken.Count >= LinesInOneRecord
                            || _cell.Length > BoundedLines.Limit
                            || Take() is not { } next
                        )
                        {
                            return "a quotation mark is opened and never closed";
                        }
                        (text, at) = (next.Text, 0);
                        continue;
                    }
                    _cell.Append(text, at, close - at);
                    at = close + 1;
                    if (at < text.Length && text[at] == '"')
                    {
                        _cell.Append('"');
                        at++;
                        continue;
                    }
                    break;
                }
            }
            var end = text.IndexOf(delimiter, at);
            var rest = text.AsSpan(at, (end < 0 ? text.Length : end) - at);
            if (_taken.Count > 1 && !rest.IsWhiteSpace() && at > 0 && text[at - 1] == '"')
            {
                return "a quotation mark opens here and closes in another row";
            }
            _cell.Append(rest);
            cells.Add(_cell.ToString());
            if (end < 0)
            {
                return null;
            }
            at = end + 1;
        }
    }

    private TextLine? Take()
    {
        var line = _again.TryDequeue(out var waiting) ? waiting : lines.Next();
        if (line is { } taken)
        {
            _taken.Add(taken);
        }
        return line;
    }

    private void PutBackAllButFirst()
    {
        var waiting = _again.ToArray();
        _again.Clear();
        foreach (var line in _taken.Skip(1).Concat(waiting))
        {
            _again.Enqueue(line);
        }
    }
}
