using Flowstate.Contacts.Domain;

namespace Flowstate.Contacts.Imports;

/// <summary>
/// A field of the workspace's own that an import makes when it runs. <paramref name="Options"/> are the labels that the file
/// holds, once it was looked through for them; null before.
/// </summary>
internal sealed record NewField(string Label, FieldKind Kind, IReadOnlyList<string>? Options = null)
{
    public bool IsChoice => Kind is FieldKind.Choice or FieldKind.MultiChoice;
}

/// <summary>
/// A CSV column as the upload found it, and what its cells are taken for. Where that is <see cref="ContactField.Custom"/>,
/// <paramref name="Key"/> is the workspace's own field, or <paramref name="New"/> the one to be made.
/// </summary>
/// <param name="Guess">What kind of field all its cells would fit into.</param>
/// <param name="Made">The import has made the field.</param>
internal sealed record ImportColumn(
    string Column,
    IReadOnlyList<string> Samples,
    ContactField Field,
    string? Key = null,
    NewField? New = null,
    FieldKind Guess = FieldKind.Text,
    bool Made = false
)
{
    /// <summary>The same column, taken for what another says.</summary>
    public ImportColumn As(ImportColumn other) =>
        this with
        {
            Field = other.Field,
            Key = other.Key,
            New = other.New is { } field ? field with { Options = null } : null,
        };

    public ImportColumn As(ContactField field) => this with { Field = field, Key = null, New = null };
}
