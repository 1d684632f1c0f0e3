using System.Text.Json;
using System.Text.Json.Nodes;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Slices;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Features.Contacts;

/// <summary>
/// Writes the custom fields that a request names; null clears one, and what is not named stays. Errors: 400
/// <c>contacts.unknown-field</c>, 403 <c>contacts.sensitive-field</c>, 400 <c>validation-failed</c> with a sentence for
/// each <c>fields.key</c>.
/// </summary>
internal sealed class WrittenFields(ContactsDbContext db, SensitiveFields sensitive)
{
    public async Task<Result<Done>> Apply(
        Contact contact,
        IReadOnlyDictionary<string, JsonElement>? given,
        CancellationToken ct
    )
    {
        if (given is null or { Count: 0 })
        {
            return default(Done);
        }

        string[] keys = [.. given.Keys];
        var known = await db
            .Fields.AsNoTracking()
            .Where(field => keys.Contains(field.Key))
            .ToDictionaryAsync(field => field.Key, StringComparer.Ordinal, ct);
        if (keys.FirstOrDefault(key => !known.ContainsKey(key)) is { } unknown)
        {
            return Unknown(unknown);
        }

        if (known.Values.FirstOrDefault(field => field.Sensitive) is { } secret && !MayWriteSensitive)
        {
            return NotYours(secret);
        }

        return Write(contact, [.. known.Values], given);
    }

    private bool MayWriteSensitive => db.User.Permissions.Contains(ContactsModule.Sensitive);

    private Result<Done> Write(
        Contact contact,
        IReadOnlyList<CustomField> fields,
        IReadOnlyDictionary<string, JsonElement> given
    )
    {
        var plain = JsonNode.Parse(contact.CustomFields)!.AsObject();
        var hidden = fields.Any(field => field.Sensitive) ? sensitive.Open(contact.Id, contact.SealedFields) : [];
        var (changed, changedHidden) = (false, false);
        Dictionary<string, string[]> wrong = new(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            var all = field.Sensitive ? hidden : plain;
            var present = all[field.Key];
            var (kept, sentence) = FieldValue.Read(field, given[field.Key], present);
            if (sentence is null && JsonNode.DeepEquals(kept, present))
            {
                continue;
            }

            sentence ??= field.ArchivedAt is null ? null : $"{field.Label} is archived and keeps what it holds.";
            if (sentence is not null)
            {
                wrong[$"fields.{field.Key}"] = [sentence];
                continue;
            }

            Set(all, field.Key, kept);
            (changed, changedHidden) = (changed || !field.Sensitive, changedHidden || field.Sensitive);
        }

        if (wrong.Count > 0)
        {
            return new Error(ErrorKind.Invalid, "validation-failed", wrong.Values.First()[0]) { Fields = wrong };
        }

        // Sealed anew the same values would be another text, and the log would call them changed.
        contact.Keep(
            changed ? plain.ToJsonString() : contact.CustomFields,
            changedHidden ? sensitive.Seal(contact.Id, hidden) : contact.SealedFields
        );
        return default(Done);
    }

    private static void Set(JsonObject all, string key, JsonNode? value)
    {
        all.Remove(key);
        if (value is not null)
        {
            all.Add(key, value);
        }
    }

    private static Error Unknown(string key) =>
        new Error(ErrorKind.Invalid, "contacts.unknown-field", "There is no field with this key.").With("field", key);

    private static Error NotYours(CustomField field) =>
        new Error(
            ErrorKind.Forbidden,
            "contacts.sensitive-field",
            $"{field.Label} is sensitive: your role may not change it."
        ).With("field", field.Key);
}
