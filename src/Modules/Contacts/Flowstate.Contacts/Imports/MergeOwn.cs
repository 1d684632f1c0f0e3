using System.Text.Json.Nodes;
using Flowstate.Contacts.Domain;

namespace Flowstate.Contacts.Imports;

/// <summary>
/// What an import changes about the workspace's own fields of somebody who is there already, as <see cref="MergeDraft"/> does
/// about the others: of several options none is taken away.
/// </summary>
internal static class MergeOwn
{
    /// <param name="given">What the row says, by key.</param>
    /// <returns>All of the contact's fields without and with the row's news, or null if there are none.</returns>
    public static (JsonObject Before, JsonObject After)? Of(Contact contact, string? given, WhenKnown existing)
    {
        if (given is null || existing == WhenKnown.Leave)
        {
            return null;
        }

        var before = JsonNode.Parse(contact.CustomFields)!.AsObject();
        var after = before.DeepClone().AsObject();
        foreach (var (key, told) in JsonNode.Parse(given)!.AsObject())
        {
            var next =
                before[key] is not { } present ? told
                : (present, told) is (JsonArray held, JsonArray more) ? Both(held, more)
                : existing == WhenKnown.Overwrite ? told
                : present;
            after[key] = next!.DeepClone();
        }

        return JsonNode.DeepEquals(before, after) ? null : (before, after);
    }

    private static JsonArray Both(JsonArray held, JsonArray more) =>
        [
            .. held.Concat(more)
                .Select(option => option!.GetValue<string>())
                .Distinct(StringComparer.Ordinal)
                .Select(option => (JsonNode)option),
        ];
}
