namespace Flowstate.Contacts.Domain;

internal sealed partial class Contact
{
    /// <summary>What the workspace's own fields hold: a JSON object by key. The sensitive ones are not in it.</summary>
    public string CustomFields { get; private set; } = "{}";

    /// <summary>The sensitive ones, sealed for this row as one text; null while there are none.</summary>
    public string? SealedFields { get; private set; }

    /// <summary>Part of adding or of an edit, which tells of it.</summary>
    public void Keep(string customFields, string? sealedFields) =>
        (CustomFields, SealedFields) = (customFields, sealedFields);
}
