using System.Text.Json;
using System.Text.Json.Nodes;
using Flowstate.Contacts.Domain;

namespace Flowstate.Contacts.Imports;

/// <summary>Somebody as they were before a row of an import, or a merge, met them, and after it.</summary>
/// <param name="OwnBefore">The workspace's own fields, by key, where they changed.</param>
internal sealed record Overwritten(
    ContactDraft Before,
    ContactDraft After,
    JsonObject? OwnBefore = null,
    JsonObject? OwnAfter = null
)
{
    public static Overwritten Of(string json) => JsonSerializer.Deserialize<Overwritten>(json)!;

    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>Of each key: what was made of it goes back, what somebody has written since stays.</summary>
    public static JsonObject TakeBack(JsonObject before, JsonObject after, JsonObject now)
    {
        JsonObject all = [];
        foreach (var key in before.Concat(now).Select(pair => pair.Key).Distinct(StringComparer.Ordinal))
        {
            var value = JsonNode.DeepEquals(now[key], after[key]) ? before[key] : now[key];
            if (value is not null)
            {
                all.Add(key, value.DeepClone());
            }
        }

        return all;
    }

    /// <summary>The workspace's own fields without what the row changed; null where it changed none.</summary>
    public string? TakeBackOwn(string now) =>
        OwnBefore is not null && OwnAfter is not null
            ? TakeBack(OwnBefore, OwnAfter, JsonNode.Parse(now)!.AsObject()).ToJsonString()
            : null;

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
