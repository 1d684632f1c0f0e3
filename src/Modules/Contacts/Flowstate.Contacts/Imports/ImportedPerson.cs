namespace Flowstate.Contacts.Imports;

/// <summary>A way to reach someone. <paramref name="Normalised"/>: mail in lower case, phone in E.164, else null.</summary>
internal sealed record ImportedPoint(string? Label, string Value, string? Normalised);

/// <summary>
/// One person as an address book gave it, cleaned. <paramref name="Name"/> is never empty: the full name, else the
/// organisation, else the first mail or phone. Points are in the order of preference (fax and pager last) and each
/// only once. <paramref name="Birthday"/> is <c>yyyy-MM-dd</c>, <c>--MM-dd</c>, or the text as written. Handles are keyed
/// <c>instagram</c>, <c>messenger</c>, <c>whatsapp</c>, <c>linkedin</c>.
/// </summary>
internal sealed record ImportedPerson(
    string Name,
    string FirstName,
    string? MiddleName,
    string? LastName,
    string? Organisation,
    string? Title,
    IReadOnlyList<ImportedPoint> Emails,
    IReadOnlyList<ImportedPoint> Phones,
    IReadOnlyDictionary<string, string> Handles,
    string? Website,
    string? Notes,
    IReadOnlyList<string> Tags,
    string? Source,
    string? Country,
    string? Language,
    string? Birthday,
    string? Address,
    int Warmth,
    string? Stage
);

/// <summary>A person, or the sentence that says why the row was refused.</summary>
internal readonly record struct MappedRow(ImportedPerson? Person, string? Refusal)
{
    public static implicit operator MappedRow(ImportedPerson person) => new(person, null);

    public static MappedRow Refuse(string reason) => new(null, reason);
}
