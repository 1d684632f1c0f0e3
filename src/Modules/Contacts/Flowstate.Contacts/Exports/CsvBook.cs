using System.Globalization;
using System.Text.Json;
using Flowstate.Contacts.Domain;
using Flowstate.Shared.Slices;

namespace Flowstate.Contacts.Exports;

/// <summary>
/// Contacts as a CSV that a spreadsheet opens and the import reads: several mails, phones and tags stand in one cell as Google
/// writes them, choices by their labels.
/// </summary>
internal sealed class CsvBook(IReadOnlyList<CustomField> fields)
{
    private const string Between = " ::: ";

    private static readonly string[] Columns =
    [
        "First Name",
        "Last Name",
        "Company",
        "Title",
        "E-mail",
        "Phone",
        "Instagram",
        "Messenger",
        "WhatsApp",
        "LinkedIn",
        "Country",
        "Language",
        "Source",
        "Tags",
        "Warmth",
        "Stage",
        "Notes",
        "Created",
        "Last Touch",
        "Next Touch",
    ];

    public void Begin(TextWriter file) => CsvText.WriteLine(file, [.. Columns, .. fields.Select(field => field.Label)]);

    public void Write(TextWriter file, ExportRow row)
    {
        var own = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(row.CustomFields)!;
        CsvText.WriteLine(
            file,
            [
                row.FirstName,
                row.LastName,
                row.Organisation,
                row.Title,
                string.Join(Between, row.Emails),
                string.Join(Between, row.Phones),
                row.HandlesInstagram,
                row.HandlesMessenger,
                row.HandlesWhatsapp,
                row.HandlesLinkedin,
                row.Country,
                row.Language,
                row.Source,
                string.Join(Between, row.Tags),
                row.Warmth == 0 ? null : row.Warmth.ToString(CultureInfo.InvariantCulture),
                Stages.OfCode(row.Stage).Label(),
                row.Notes,
                Moment(row.CreatedAt),
                Moment(row.LastTouchAt),
                Moment(row.NextTouchAt),
                .. fields.Select(field => own.TryGetValue(field.Key, out var value) ? Shown(field, value) : null),
            ]
        );
    }

    private static string? Moment(DateTimeOffset? at) => at?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Shown(CustomField field, JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Array => string.Join(Between, value.EnumerateArray().Select(each => Shown(field, each))),
            JsonValueKind.True => "Yes",
            JsonValueKind.False => "No",
            _ when field.IsChoice => field.Options.FirstOrDefault(option => option.Id == value.GetString())?.Label
                ?? "",
            _ => value.ToString(),
        };
}
