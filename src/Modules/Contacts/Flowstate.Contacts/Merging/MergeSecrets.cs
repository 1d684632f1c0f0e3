using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Flowstate.Shared.Secrets;

namespace Flowstate.Contacts.Merging;

/// <summary>What a merge made of sensitive fields, sealed for the merge until it cannot be undone any more.</summary>
internal sealed class MergeSecrets(SealedValues values, SealedColumn column)
{
    public const string Table = "merges";
    public const string Column = "sealed_record";
    public const string Purpose = "merge";

    public string Seal(Guid mergeId, JsonObject before, JsonObject after)
    {
        JsonObject both = new() { ["before"] = before.DeepClone(), ["after"] = after.DeepClone() };
        return values.Seal(column.Purpose, column.OwnerOf(mergeId), Encoding.UTF8.GetBytes(both.ToJsonString()));
    }

    /// <exception cref="CryptographicException">It cannot be opened: nothing may be undone without it.</exception>
    public (JsonObject Before, JsonObject After) Open(Guid mergeId, string text)
    {
        var both = JsonNode.Parse(values.Open(column.Purpose, column.OwnerOf(mergeId), text))!.AsObject();
        return (both["before"]!.AsObject(), both["after"]!.AsObject());
    }
}
