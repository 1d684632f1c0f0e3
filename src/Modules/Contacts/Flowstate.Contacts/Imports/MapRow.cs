using System.Globalization;
using Flowstate.Contacts.Domain;

namespace Flowstate.Contacts.Imports;

/// <summary>Makes one person of a row's values, or says why it cannot.</summary>
internal static class MapRow
{
    /// <param name="row">From <see cref="ReadCsv"/> or <see cref="ReadVCards"/>.</param>
    /// <param name="country">ISO 3166 alpha-2: whose national format phone numbers without country code have.</param>
    public static MappedRow ToPerson(SourceRow row, string? country)
    {
        if (row.Refusal is not null)
        {
            return MappedRow.Refuse(row.Refusal);
        }
        var values = new RowValues(row.Values);
        var reach = ReachableAt.From(values, country);
        var name = PersonName.From(values);
        if (name is null && reach.IsNowhere)
        {
            return MappedRow.Refuse(
                reach.Unreadable is { } bad ? $"No name, mail or phone ({bad})" : "No name, mail or phone"
            );
        }
        var organisation = values.First(ContactField.Organisation);
        var fallback = organisation ?? reach.FirstPoint;
        var person = new ImportedPerson(
            name?.Whole ?? fallback,
            name?.First ?? fallback,
            name?.Middle,
            name?.Last,
            organisation,
            values.First(ContactField.Title),
            reach.Emails,
            reach.Phones,
            reach.Handles,
            values.First(ContactField.Website),
            RowNotes.From(values, reach),
            TagsOf(values),
            values.First(ContactField.Source),
            Places.CountryOf(values.First(ContactField.Country)),
            Places.LanguageOf(values.First(ContactField.Language)),
            BirthdayText.Of(values.First(ContactField.Birthday)),
            RowNotes.AddressOf(values),
            WarmthOf(values.First(ContactField.Warmth)) ?? 0,
            values.First(ContactField.Stage)
        );
        return TooLong(person) is { } reason ? MappedRow.Refuse(reason) : person;
    }

    /// <summary>0–5 from "4", "4 stars", "★★★★" or "hot"; null if the text says none of these.</summary>
    public static int? WarmthOf(string? text)
    {
        if (text is null)
        {
            return null;
        }
        var stars = text.Count(letter => letter is '★' or '*' or '⭐');
        var digits = text.TrimEnd().Split(' ', '/')[0];
        return stars is > 0 and <= 5 && !text.Any(char.IsDigit) ? stars
            : int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 5
                ? number
            : text.ToUpperInvariant() switch
            {
                "HOT" => 5,
                "WARM" => 4,
                "COLD" => 2,
                _ => null,
            };
    }

    // Google marks its own groups with a star: "* myContacts" is everybody, "* friends" says something.
    private static List<string> TagsOf(RowValues values) =>
        [
            .. values
                .Texts(ContactField.Tags)
                .Select(tag => tag.TrimStart('*', ' '))
                .Where(tag => tag.Length > 0 && tag is not ("myContacts" or "My Contacts"))
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];

    private static string? TooLong(ImportedPerson person) =>
        Over("name", person.Name, ContactLimits.Name)
        ?? Over("first name", person.FirstName, ContactLimits.Name)
        ?? Over("middle name", person.MiddleName, ContactLimits.Name)
        ?? Over("last name", person.LastName, ContactLimits.Name)
        ?? Over("organisation", person.Organisation, ContactLimits.Line)
        ?? Over("title", person.Title, ContactLimits.Line)
        ?? Over("website", person.Website, 2_000)
        ?? Over("source", person.Source, ContactLimits.Line)
        ?? Over("country", person.Country, 100)
        ?? Over("language", person.Language, 100)
        ?? Over("address", person.Address, 1_000)
        ?? Over("birthday", person.Birthday, 100)
        ?? Over("stage", person.Stage, 100)
        ?? person
            .Handles.Values.Select(handle => Over("handle", handle, ContactLimits.Line))
            .FirstOrDefault(reason => reason is not null)
        ?? person.Tags.Select(tag => Over("tag", tag, ContactLimits.Tag)).FirstOrDefault(reason => reason is not null)
        ?? (person.Tags.Count > ContactLimits.Tags ? $"There are more than {ContactLimits.Tags} tags" : null)
        ?? Over("note", person.Notes, ContactLimits.Text);

    private static string? Over(string what, string? text, int most) =>
        text?.Length > most
            ? string.Create(CultureInfo.InvariantCulture, $"The {what} is longer than {most:N0} characters")
            : null;
}
