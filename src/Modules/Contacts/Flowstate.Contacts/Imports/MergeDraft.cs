using Flowstate.Contacts.Domain;

namespace Flowstate.Contacts.Imports;

/// <summary>What an import does with somebody who is there already.</summary>
internal enum WhenKnown
{
    /// <summary>Fills what is blank; nothing a person wrote is replaced.</summary>
    Fill,

    /// <summary>What the file says wins; what it is silent about stays.</summary>
    Overwrite,

    Leave,
}

/// <summary>
/// What an import changes about somebody who is there already. Mails, numbers and tags are added and none taken away; notes
/// are appended.
/// </summary>
internal static class MergeDraft
{
    /// <summary>Writes the row's news into the contact; null if there are none.</summary>
    public static Overwritten? Into(
        Contact contact,
        ReadRow row,
        WhenKnown existing,
        string? country,
        CadenceDays cadence,
        Func<string, bool> isTaken,
        DateTimeOffset now
    )
    {
        var before = contact.Draft();
        var merged = Of(contact, before, row.Person!, row.Draft.Draft!, existing, country, isTaken);
        var own = MergeOwn.Of(contact, row.Draft.Own, existing);
        if (merged is null && own is null)
        {
            return null;
        }

        contact.Complete(merged ?? before, country, cadence, now);
        if (own is { } fields)
        {
            contact.Keep(fields.After.ToJsonString(), contact.SealedFields);
        }

        return new Overwritten(before, contact.Draft(), own?.Before, own?.After);
    }

    /// <summary>The whole draft of the contact with the row's news in it, or null if there are none.</summary>
    /// <param name="old">The contact's draft as it stands.</param>
    /// <param name="isTaken">Whether a mail already belongs to another contact of the owner.</param>
    private static ContactDraft? Of(
        Contact contact,
        ContactDraft old,
        Contact row,
        ContactDraft given,
        WhenKnown existing,
        string? country,
        Func<string, bool> isTaken
    )
    {
        if (existing == WhenKnown.Leave)
        {
            return null;
        }

        var emails = News(contact, row, PointKind.Email, point => !isTaken(point.Identity));
        var home = given.Country is null ? contact.Country : null;
        var phones = News(contact, row, PointKind.Phone, point => !IsKnownAt(home, contact, point));
        var tags = given
            .Tags.Except(old.Tags, StringComparer.OrdinalIgnoreCase)
            .Take(ContactLimits.Tags - old.Tags.Count)
            .ToList();
        var filled = old with
        {
            FirstName = existing == WhenKnown.Overwrite ? given.FirstName : old.FirstName,
            LastName = Pick(old.LastName, given.LastName),
            Organisation = Pick(old.Organisation, given.Organisation),
            Title = Pick(old.Title, given.Title),
            Handles = new Handles(
                Pick(old.Handles.Instagram, given.Handles.Instagram),
                Pick(old.Handles.Messenger, given.Handles.Messenger),
                Pick(old.Handles.Whatsapp, given.Handles.Whatsapp),
                Pick(old.Handles.Linkedin, given.Handles.Linkedin)
            ),
            // Numbers are read in the contact's country: giving it one would turn national numbers into others.
            Country = old.Country ?? (old.Phones.Count == 0 ? given.Country : null),
            Language = Pick(old.Language, given.Language),
            Source = Pick(old.Source, given.Source),
            Warmth =
                (existing == WhenKnown.Overwrite && given.Warmth > 0) || old.Warmth == 0 ? given.Warmth : old.Warmth,
            Notes = Appended(old.Notes, given.Notes),
        };
        if (filled == old && emails.Count + phones.Count + tags.Count == 0)
        {
            return null;
        }

        var readIn = filled.Country ?? country;
        return filled with
        {
            Emails = [.. old.Emails, .. emails.Select(point => new PointDraft(point.Label, point.Value))],
            Phones =
            [
                .. old.Phones,
                .. phones.Select(point => new PointDraft(point.Label, Written(point, readIn, home))),
            ],
            Tags = [.. old.Tags, .. tags],
        };

        string? Pick(string? kept, string? told) => existing == WhenKnown.Overwrite ? told ?? kept : kept ?? told;
    }

    private static List<ContactPoint> News(
        Contact contact,
        Contact row,
        PointKind kind,
        Func<ContactPoint, bool> allowed
    )
    {
        var known = contact
            .Points.Where(point => point.Kind == kind)
            .Select(point => point.Identity)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. row
                .Points.Where(point => point.Kind == kind && !known.Contains(point.Identity) && allowed(point))
                .Take(ContactLimits.Points - known.Count),
        ];
    }

    // A row that names no country was read in the workspace's; the contact's own says better what a national number is.
    private static bool IsKnownAt(string? home, Contact contact, ContactPoint phone) =>
        home is not null
        && ContactPoint.Normalise(PointKind.Phone, phone.Value, home) is { } there
        && contact.Points.Any(point => point.Kind == PointKind.Phone && point.Identity == there);

    // The row may have been read in another country than the contact's.
    private static string Written(ContactPoint phone, string? country, string? home) =>
        home is not null ? phone.Value
        : ContactPoint.Normalise(PointKind.Phone, phone.Value, country) == phone.Normalised ? phone.Value
        : phone.Normalised ?? phone.Value;

    // What a person wrote stays first; told again, it is not written again.
    private static string? Appended(string? old, string? given) =>
        old is null ? given
        : given is null || old.Contains(given, StringComparison.Ordinal) ? old
        : old.Length + given.Length + 2 > ContactLimits.Text ? old
        : $"{old}\n\n{given}";
}
