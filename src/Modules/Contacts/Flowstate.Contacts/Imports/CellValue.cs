using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Flowstate.Contacts.Domain;

namespace Flowstate.Contacts.Imports;

/// <summary>Reads a cell as a custom field keeps it, from the ways in which people and programs write numbers, days and answers.</summary>
internal static class CellValue
{
    private static readonly char[] Between = [',', ';', '|', '\n'];

    /// <summary>What is kept, null for nothing; or what is wrong with the cell, to be said after it.</summary>
    public static (JsonNode? Kept, string? Wrong) Read(CustomField field, string cell, string? country)
    {
        var text = CleanText.Line(cell);
        if (text.Length == 0)
        {
            return (null, null);
        }

        return field.Kind switch
        {
            FieldKind.Number => NumberText.Of(text) is { } number
                ? Checked(field, JsonSerializer.SerializeToElement(number), "is too large a number")
                : (null, "is not a number"),
            FieldKind.Date => DayText.Of(text, country) is { } day
                ? (JsonValue.Create(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), null)
                : (null, "is not a day such as 2026-03-01"),
            FieldKind.YesNo => YesNoText.Of(text) is { } yes
                ? (JsonValue.Create(yes), null)
                : (null, "is neither yes nor no"),
            FieldKind.Url => Checked(field, JsonSerializer.SerializeToElement(Link(text)), "is not a link"),
            FieldKind.Choice => Option(field, text) is { } option
                ? (JsonValue.Create(option.Id), null)
                : (null, "is not one of the options"),
            FieldKind.MultiChoice => Several(field, cell, text),
            _ => Checked(
                field,
                JsonSerializer.SerializeToElement(CleanText.Lines(cell)),
                $"is longer than {FieldValue.LongestText} characters"
            ),
        };
    }

    /// <summary>The labels in a cell of several options.</summary>
    public static IEnumerable<string> Parts(string cell) =>
        cell.Split(Between).Select(CleanText.Line).Where(part => part.Length > 0);

    private static (JsonNode? Kept, string? Wrong) Several(CustomField field, string cell, string text)
    {
        // An option may have a comma in its name.
        List<FieldOption?> found = Option(field, text) is { } whole
            ? [whole]
            : [.. Parts(cell).Select(part => Option(field, part))];
        return found.Contains(null)
            ? (null, "is not among the options")
            : (
                new JsonArray([
                    .. field.Options.Where(found.Contains).Select(option => (JsonNode)JsonValue.Create(option.Id)!),
                ]),
                null
            );
    }

    private static FieldOption? Option(CustomField field, string text) =>
        field.Options.FirstOrDefault(option =>
            !option.Archived
            && (option.Id == text || string.Equals(option.Label, text, StringComparison.OrdinalIgnoreCase))
        );

    // People write links as they say them.
    private static string Link(string text) =>
        text.Contains("://", StringComparison.Ordinal) || !text.Contains('.', StringComparison.Ordinal)
            ? text
            : $"https://{text}";

    private static (JsonNode? Kept, string? Wrong) Checked(CustomField field, JsonElement value, string wrong)
    {
        var (kept, refused) = FieldValue.Read(field, value, present: null);
        return (kept, refused is null ? null : wrong);
    }
}
