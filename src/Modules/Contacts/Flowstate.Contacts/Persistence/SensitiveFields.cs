using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Flowstate.Shared.Secrets;
using Microsoft.Extensions.Logging;

namespace Flowstate.Contacts.Persistence;

/// <summary>
/// What sensitive fields hold, sealed in the database for its contact. It is on the card of those who may see it, and
/// nowhere else: not in searches, filters, events or the log of changes.
/// </summary>
internal sealed class SensitiveFields(SealedValues values, SealedColumn column, ILogger<SensitiveFields> log)
{
    public const string Table = "contacts";
    public const string Column = "sealed_fields";
    public const string Purpose = "fields";

    public string? Seal(Guid contactId, JsonObject fields) =>
        fields.Count == 0
            ? null
            : values.Seal(column.Purpose, column.OwnerOf(contactId), Encoding.UTF8.GetBytes(fields.ToJsonString()));

    /// <exception cref="CryptographicException">It cannot be opened: who writes must not lose what is there.</exception>
    public JsonObject Open(Guid contactId, string? text) =>
        text is null ? [] : JsonNode.Parse(values.Open(column.Purpose, column.OwnerOf(contactId), text))!.AsObject();

    /// <summary>The same for reading: a card whose key is gone is shown without them.</summary>
    public JsonObject Show(Guid contactId, string? text)
    {
        try
        {
            return Open(contactId, text);
        }
        catch (CryptographicException unreadable)
        {
            log.LogError(unreadable, "The sensitive fields of {ContactId} cannot be opened", contactId);
            return [];
        }
    }
}
