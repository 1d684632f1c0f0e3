using System.Text.Json;
using Flowstate.Contacts.Domain;

namespace Flowstate.Contacts.Imports;

/// <summary>Somebody as they were before a row of an import, or a merge, met them, and after it.</summary>
internal sealed record Overwritten(ContactDraft Before, ContactDraft After)
{
    public static Overwritten Of(string json) => JsonSerializer.Deserialize<Overwritten>(json)!;

    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>
    /// Takes back what the row changed and a person has not changed since: a value that is no longer what the row made it
    /// stays; of lists goes only what the row added, and what it took away comes back.
    /// </summary>
    public ContactDraft TakeBack(ContactDraft now)
    {
        return now with
        {
            FirstName = Back(Before.FirstName, After.FirstName, now.FirstName)!,
            LastName = Back(Before.LastName, After.LastName, now.LastName),
            Organisation = Back(Before.Organisation, After.Organisation, now.Organisation),
            Title = Back(Before.Title, After.Title, now.Title),
            Emails = Without(now.Emails, Before.Emails, After.Emails),
            Phones = Without(now.Phones, Before.Phones, After.Phones),
            Handles = new Handles(
                Back(Before.Handles.Instagram, After.Handles.Instagram, now.Handles.Instagram),
                Back(Before.Handles.Messenger, After.Handles.Messenger, now.Handles.Messenger),
                Back(Before.Handles.Whatsapp, After.Handles.Whatsapp, now.Handles.Whatsapp),
                Back(Before.Handles.Linkedin, After.Handles.Linkedin, now.Handles.Linkedin)
            ),
            Country = Back(Before.Country, After.Country, now.Country),
            Language = Back(Before.Language, After.Language, now.Language),
            TimeZone = Back(Before.TimeZone, After.TimeZone, now.TimeZone),
            Source = Back(Before.Source, After.Source, now.Source),
            Tags = Without(now.Tags, Before.Tags, After.Tags),
            Warmth = Back(Before.Warmth, After.Warmth, now.Warmth),
            Notes = Back(Before.Notes, After.Notes, now.Notes),
        };

        static T Back<T>(T before, T after, T now) => EqualityComparer<T>.Default.Equals(now, after) ? before : now;

        static IReadOnlyList<T> Without<T>(IReadOnlyList<T> now, IReadOnlyList<T> before, IReadOnlyList<T> after) =>
            now.SequenceEqual(after)
                ? before
                :
                [
                    .. now.Where(value => before.Contains(value) || !after.Contains(value)),
                    .. before.Where(value => !after.Contains(value) && !now.Contains(value)),
                ];
    }
}
