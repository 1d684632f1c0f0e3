using CsCheck;
using Flowstate.Shared.Slices;

namespace Flowstate.Host.Tests.Slices;

public sealed class CsvTextTests
{
    private const string Signs = "=+-@\t\r\n\",'a ";

    private static readonly Gen<string> Nasty = Gen.OneOf(
        Gen.String[0, 12],
        Gen.Int[0, Signs.Length - 1].Select(index => Signs[index]).Array[0, 8].Select(all => new string(all))
    );

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+47 22", "'+47 22")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("=HYPERLINK(\"http://evil\",\"x\")", "\"'=HYPERLINK(\"\"http://evil\"\",\"\"x\"\")\"")]
    [InlineData("Berg, Tom", "\"Berg, Tom\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData("Tom", "Tom")]
    [InlineData(null, "")]
    public void A_cell_is_shown_and_not_run(string? cell, string expected) => Line(cell).ShouldBe($"{expected}\r\n");

    [Fact]
    public void Whatever_is_written_is_read_again_and_no_cell_begins_a_formula() =>
        Nasty
            .Array[1, 5]
            .Sample(
                cells =>
                {
                    var read = Read(Line(cells));
                    read.Count.ShouldBe(cells.Length);
                    for (var index = 0; index < cells.Length; index++)
                    {
                        var formula = cells[index] is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];
                        read[index].ShouldBe(formula ? $"'{cells[index]}" : cells[index]);
                    }
                },
                iter: 20_000
            );

    private static string Line(params string?[] cells)
    {
        using var writer = new StringWriter();
        CsvText.WriteLine(writer, cells);
        return writer.ToString();
    }

    /// <summary>RFC 4180, as a spreadsheet reads one record.</summary>
    private static List<string> Read(string line)
    {
        var (cells, cell, quoted) = (new List<string>(), new System.Text.StringBuilder(), false);
        for (var at = 0; at < line.Length; at++)
        {
            var (sign, next) = (line[at], at + 1 < line.Length ? line[at + 1] : '\0');
            if (quoted && sign == '"' && next == '"')
            {
                cell.Append('"');
                at++;
            }
            else if (sign == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && (sign == ',' || (sign == '\r' && next == '\n')))
            {
                cells.Add(cell.ToString());
                cell.Clear();
                at += sign == '\r' ? line.Length : 0;
            }
            else
            {
                cell.Append(sign);
            }
        }

        return cells;
    }
}
