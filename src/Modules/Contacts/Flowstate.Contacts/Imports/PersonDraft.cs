using System.Globalization;
using System.Text.RegularExpressions;
using Flowstate.Contacts.Domain;

namespace Flowstate.Contacts.Imports;

/// <summary>A row ready to be written: a draft with its starting stage, or the reason why it is refused.</summary>
/// <param name="Own">What its columns say about the workspace's own fields: a JSON object by key, or null.</param>
internal sealed record PersonDraft(
    int Row,
    string? Name,
    ContactDraft? Draft,
    Stage? Stage,
    string? Refusal,
    string? Own = null
)
{
    public static PersonDraft Of(SourceRow row, string? country, OwnFields own)
    {
        try
        {
            return Read(row, country, own);
        }
        catch (RegexMatchTimeoutException)
        {
            // One hostile cell costs its own row, not the import.
            return new PersonDraft(row.Number, null, null, null, "This row could not be read in time");
        }
    }

    private static PersonDraft Read(SourceRow row, string? country, OwnFields own)
    {
        var mapped = MapRow.ToPerson(row, country);
        if (mapped.Person is not { } person)
        {
            return new PersonDraft(row.Number, null, null, null, mapped.Refusal);
        }

        var stage = person.Stage is { } text ? Vocabularies.Read(text) : null;
        var draft = DraftOf(person, stage is null ? person.Stage : null);
        var (fields, wrong) = own.Read(row, country);
        return TooMuch(draft) is { } reason ? new PersonDraft(row.Number, person.Name, null, null, reason)
            : wrong is not null ? new PersonDraft(row.Number, person.Name, null, null, wrong)
            : new PersonDraft(row.Number, person.Name, draft, stage, null, fields);
    }

    private static ContactDraft DraftOf(ImportedPerson person, string? unknownStage) =>
        new()
        {
            FirstName = person.FirstName,
            LastName = Join(" ", person.MiddleName, person.LastName),
            Organisation = person.Organisation,
            Title = person.Title,
            Emails = [.. person.Emails.Select(point => new PointDraft(point.Label, point.Value))],
            Phones = [.. person.Phones.Select(point => new PointDraft(point.Label, point.Value))],
            Handles = new Handles(
                Handle(person, "instagram"),
                Handle(person, "messenger"),
                Handle(person, "whatsapp"),
                Handle(person, "linkedin")
            ),
            Country = IsCode(person.Country) ? person.Country : null,
            Language = person.Language is { Length: <= 35 } ? person.Language : null,
            Source = person.Source,
            Tags = person.Tags,
            Warmth = person.Warmth,
            Notes = Join("\n\n", person.Notes, Details(person, unknownStage)),
        };

    // What the file knows and a contact has no field for stays readable.
    private static string? Details(ImportedPerson person, string? unknownStage) =>
        Join(
            "\n",
            Detail("Website", person.Website),
            Detail("Address", person.Address),
            Detail("Birthday", person.Birthday),
            Detail("Country", IsCode(person.Country) ? null : person.Country),
            Detail("Language", person.Language is { Length: <= 35 } ? null : person.Language),
            Detail("Stage", unknownStage)
        );

    private static string? Detail(string label, string? value) => value is null ? null : $"{label}: {value}";

    private static bool IsCode(string? country) => country is { Length: 2 } && country.All(char.IsAsciiLetterUpper);

    // https://www.linkedin.com/in/ana/?x=1 and @ana are both ana.
    private static string? Handle(ImportedPerson person, string name)
    {
        if (!person.Handles.TryGetValue(name, out var text))
        {
            return null;
        }

        var path = text.Contains('/', StringComparison.Ordinal) ? text.Split('?', '#')[0].TrimEnd('/') : text;
        var last = path[(path.LastIndexOf('/') + 1)..].TrimStart('@').Trim();
        return last.Length == 0 ? text : last;
    }

    private static string? TooMuch(ContactDraft draft) =>
        draft.LastName?.Length > ContactLimits.Name ? $"The last name is longer than {ContactLimits.Name} characters"
        : draft.Notes?.Length > ContactLimits.Text
            ? string.Create(CultureInfo.InvariantCulture, $"The note is longer than {ContactLimits.Text:N0} characters")
        : Math.Max(draft.Emails.Count, draft.Phones.Count) > ContactLimits.Points
            ? $"There are more than {ContactLimits.Points} mails or numbers"
        : null;

    private static string? Join(string between, params string?[] parts)
    {
        var text = string.Join(between, parts.OfType<string>());
        return text.Length == 0 ? null : text;
    }
}
