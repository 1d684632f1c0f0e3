namespace Flowstate.Contacts.Imports;

/// <summary>What a column or a card's property can mean. The order is the order the mapping offers.</summary>
internal enum ContactField
{
    FirstName,
    MiddleName,
    LastName,
    Name,
    Organisation,
    Title,
    Email,
    Phone,
    Website,
    Notes,
    Tags,
    Source,
    Country,
    Language,
    Warmth,
    Stage,
    Instagram,
    Messenger,
    Whatsapp,
    Linkedin,
    Address,
    Birthday,
    Ignore,

    /// <summary>A fact with no field of its own; kept as a "Label: value" line of the notes. Not offered for columns.</summary>
    Detail,

    /// <summary>A field of the workspace's own: the column says which.</summary>
    Custom,
}

/// <summary>One value of one field, as the file had it.</summary>
internal readonly record struct ReadValue(ContactField Field, string? Label, string Value);

/// <summary>
/// One row of a CSV file or one card. <paramref name="Number"/> counts rows from 1 and is the same in every reading of the
/// file; <paramref name="Line"/> is where it starts. <paramref name="Refusal"/> says why it cannot be read.
/// </summary>
internal sealed record SourceRow(
    int Number,
    int Line,
    IReadOnlyList<ReadValue> Values,
    string? Refusal,
    IReadOnlyList<string>? Cells = null
)
{
    public static SourceRow Refused(int number, int line, string reason, IReadOnlyList<string>? cells = null) =>
        new(number, line, [], $"Line {line}: {reason}", cells);
}
