namespace Flowstate.Contacts.Imports;

/// <summary>Numbers, sites and messenger names as vCard writes them.</summary>
internal static class VCardReach
{
    private static readonly (string Word, ContactField Field)[] Services =
    [
        ("instagram", ContactField.Instagram),
        ("linkedin", ContactField.Linkedin),
        ("whatsapp", ContactField.Whatsapp),
        ("wa.me", ContactField.Whatsapp),
        ("facebook", ContactField.Messenger),
        ("messenger", ContactField.Messenger),
        ("m.me/", ContactField.Messenger),
    ];

    public static string Number(string value) =>
        value.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) ? PhoneText.FromUri(value) : value;

    public static ReadValue Site(string url) =>
        ServiceIn(url) is { } service ? new(service, null, url) : new(ContactField.Website, null, url);

    /// <summary>IMPP, X-SOCIALPROFILE and the X-SKYPE family: a handle of ours, else a line for the notes.</summary>
    public static ReadValue Handle(VCardProperty property, string value)
    {
        var kind = property.Parameter("X-SERVICE-TYPE") ?? property.Parameter("SERVICE-TYPE") ?? KindOf(property);
        var user = property.Parameter("X-USER");
        var text = value.Length > 0 ? value : user ?? "";
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        // x-apple:ana and skype:ana, but not https://…
        var bare = colon > 0 && !text.AsSpan(colon + 1).StartsWith("//") ? text[(colon + 1)..] : text;
        return ServiceIn($"{kind} {text}") is { } service
            ? new ReadValue(service, null, bare)
            : new ReadValue(ContactField.Detail, kind ?? (colon > 0 ? text[..colon] : "Messenger"), bare);
    }

    private static string? KindOf(VCardProperty property) =>
        property.Name is "IMPP" or "X-SOCIALPROFILE"
            ? property
                .Types.FirstOrDefault(type => type is not ("HOME" or "WORK" or "PREF" or "OTHER"))
                ?.ToLowerInvariant()
            : property.Name[2..].ToLowerInvariant();

    private static ContactField? ServiceIn(string text)
    {
        foreach (var (word, field) in Services)
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return field;
            }
        }
        return null;
    }
}
