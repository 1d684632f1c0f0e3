namespace Flowstate.Contacts.Imports;

/// <summary>What a card's properties say about its person.</summary>
internal static class VCardFields
{
    private static readonly HashSet<string> Read = new(
        (
            "VERSION FN N NICKNAME ORG TITLE ROLE EMAIL TEL X-MS-TEL ADR LABEL URL NOTE CATEGORIES BDAY LANG KIND "
            + "X-ADDRESSBOOKSERVER-KIND X-ABLABEL X-ABDATE X-ABRELATEDNAMES IMPP X-SOCIALPROFILE X-MS-IMADDRESS X-AIM X-ICQ "
            + "X-JABBER X-MSN X-YAHOO X-SKYPE X-SKYPE-USERNAME X-GOOGLE-TALK X-QQ X-TWITTER X-FACEBOOK X-INSTAGRAM "
            + "X-LINKEDIN X-WHATSAPP X-TELEGRAM"
        ).Split(' '),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Whether this property's value is of use; of all others only the name is kept.</summary>
    public static bool IsRead(string name) => Read.Contains(name.Trim());

    /// <summary>A value without blanks of its own: one at a fold is not part of it.</summary>
    public static bool IsAddressLike(string name) => name.ToUpperInvariant() is "EMAIL" or "TEL" or "X-MS-TEL" or "URL";

    public static bool IsGroup(IEnumerable<VCardProperty> card) =>
        card.Any(property =>
            property.Name is "KIND" or "X-ADDRESSBOOKSERVER-KIND"
            && property.Value.Trim().Equals("group", StringComparison.OrdinalIgnoreCase)
        );

    public static IReadOnlyList<ReadValue> From(IReadOnlyList<VCardProperty> card, bool isVersion21)
    {
        var labels = card.Where(property => property is { Name: "X-ABLABEL", Group: not null })
            .GroupBy(property => property.Group!, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => PointLabel.FromText(VCardText.Unescape(group.First().Value, isVersion21)),
                StringComparer.Ordinal
            );
        var values = new List<ReadValue>();
        foreach (var property in card.OrderBy(property => property.Preference))
        {
            var label =
                (property.Group is { } group ? labels.GetValueOrDefault(group) : null)
                ?? PointLabel.FromTypes(property.Types);
            values.AddRange(Of(property, label, isVersion21));
        }
        return Settle(values, card.Any(property => property.Name == "ADR"));
    }

    private static IEnumerable<ReadValue> Of(VCardProperty property, string? label, bool isVersion21)
    {
        string Text(string escaped) => VCardText.Unescape(escaped, isVersion21).Trim();
        var whole = Text(property.Value);
        return property.Name switch
        {
            "FN" => [new(ContactField.Name, null, whole)],
            "N" => Name([.. VCardText.Split(property.Value, ';').Select(part => Several(part, " "))]),
            "NICKNAME" => [new(ContactField.Detail, "Nickname", whole)],
            "ORG" => Organisation([
                .. VCardText.Split(property.Value, ';').Select(Text).Where(part => part.Length > 0),
            ]),
            "TITLE" => [new(ContactField.Title, "title", whole)],
            "ROLE" => [new(ContactField.Title, "role", whole)],
            "EMAIL" => [new(ContactField.Email, label, whole)],
            "TEL" or "X-MS-TEL" => [new(ContactField.Phone, label, VCardReach.Number(whole))],
            "ADR" => Address([.. VCardText.Split(property.Value, ';').Select(part => Several(part, ", "))]),
            "LABEL" => [new(ContactField.Address, "label", whole)],
            "URL" => [VCardReach.Site(whole)],
            "NOTE" => [new(ContactField.Notes, null, whole)],
            "CATEGORIES" => VCardText
                .Split(property.Value, ',')
                .Select(tag => new ReadValue(ContactField.Tags, null, Text(tag))),
            "BDAY" => [new(ContactField.Birthday, null, whole)],
            "LANG" => [new(ContactField.Language, null, whole)],
            "X-ABDATE" or "X-ABRELATEDNAMES" => [new(ContactField.Detail, label ?? "Related", whole)],
            "VERSION" or "KIND" or "X-ADDRESSBOOKSERVER-KIND" or "X-ABLABEL" => [],
            _ => [VCardReach.Handle(property, whole)],
        };

        // One component may list several names or lines; 2.1 has no such lists and means its commas.
        string Several(string component, string between) =>
            isVersion21
                ? Text(component)
                : string.Join(between, VCardText.Split(component, ',').Select(Text).Where(part => part.Length > 0));
    }

    private static IEnumerable<ReadValue> Name(IReadOnlyList<string> parts) =>
        new[] { ContactField.LastName, ContactField.FirstName, ContactField.MiddleName }.Zip(
            parts,
            (field, part) => new ReadValue(field, null, part)
        );

    private static IEnumerable<ReadValue> Organisation(IReadOnlyList<string> units)
    {
        if (units.Count > 0)
        {
            yield return new ReadValue(ContactField.Organisation, null, units[0]);
        }
        if (units.Count > 1)
        {
            yield return new ReadValue(ContactField.Detail, "Department", string.Join(", ", units.Skip(1)));
        }
    }

    private static IEnumerable<ReadValue> Address(IReadOnlyList<string> parts)
    {
        yield return new ReadValue(ContactField.Address, "adr", string.Join('\n', parts));
        if (parts.Count > 6)
        {
            yield return new ReadValue(ContactField.Country, null, parts[6]);
        }
    }

    private static List<ReadValue> Settle(List<ReadValue> values, bool hasAddress)
    {
        var named = values.Exists(value =>
            value.Field is ContactField.Name or ContactField.FirstName or ContactField.LastName
            && !string.IsNullOrWhiteSpace(value.Value)
        );
        var titled = values.Exists(value => value is { Field: ContactField.Title, Label: "title", Value.Length: > 0 });
        var addressed = false;
        var settled = new List<ReadValue>(values.Count);
        foreach (var value in values.Where(value => !string.IsNullOrWhiteSpace(value.Value)))
        {
            var isAddress = value.Field == ContactField.Address;
            if (isAddress && value.Label == "label" && hasAddress)
            {
                continue;
            }
            settled.Add(
                value switch
                {
                    { Field: ContactField.Detail, Label: "Nickname" } when !named => value with
                    {
                        Field = ContactField.Name,
                    },
                    { Field: ContactField.Title, Label: "role" } when titled => new(
                        ContactField.Detail,
                        "Role",
                        value.Value
                    ),
                    { Field: ContactField.Address } when addressed => new(ContactField.Detail, "Address", value.Value),
                    _ => value,
                }
            );
            addressed |= isAddress;
        }
        return settled;
    }
}
