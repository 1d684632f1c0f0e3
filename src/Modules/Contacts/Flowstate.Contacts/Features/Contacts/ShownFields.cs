using System.Text.Json;
using System.Text.Json.Nodes;
using Flowstate.Contacts.Persistence;

namespace Flowstate.Contacts.Features.Contacts;

/// <summary>
/// The custom fields on a card, by key: the sensitive ones only for those who may see them, others are told in
/// <paramref name="Hidden"/> which of them hold something.
/// </summary>
internal sealed record ShownFields(IReadOnlyDictionary<string, JsonElement> Values, IReadOnlyList<string> Hidden)
{
    private static readonly Dictionary<string, JsonElement> None = [];

    public static ShownFields Of(
        ContactsDbContext db,
        SensitiveFields sensitive,
        Guid contactId,
        string customFields,
        string? sealedFields
    )
    {
        var values = customFields == "{}" ? None : Read(customFields);
        if (sealedFields is null)
        {
            return new ShownFields(values, []);
        }

        var secrets = sensitive.Show(contactId, sealedFields);
        return db.User.Permissions.Contains(ContactsModule.Sensitive)
            ? new ShownFields(Merge(values, secrets), [])
            : new ShownFields(values, [.. secrets.Select(secret => secret.Key)]);
    }

    private static Dictionary<string, JsonElement> Read(string json) =>
        JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!;

    private static Dictionary<string, JsonElement> Merge(Dictionary<string, JsonElement> values, JsonObject secrets)
    {
        Dictionary<string, JsonElement> all = new(values, StringComparer.Ordinal);
        foreach (var (key, value) in secrets)
        {
            all[key] = JsonSerializer.SerializeToElement(value);
        }

        return all;
    }
}
