using System.Text.Json;
using System.Text.Json.Nodes;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Imports;

namespace Flowstate.Contacts.Merging;

/// <summary>
/// What undoing a merge needs: the kept contact before and after, which rows came to it, and which of its follow-ups got
/// another date.
/// </summary>
internal sealed record MergeRecord(
    Overwritten Profile,
    Standing StoodBefore,
    Standing StoodAfter,
    JsonObject FieldsBefore,
    JsonObject FieldsAfter,
    Guid? MoveId,
    IReadOnlyDictionary<string, Guid[]> Moved,
    IReadOnlyList<MergeRecord.Redated> FollowUps
)
{
    internal sealed record Redated(Guid Id, DateTimeOffset Before, DateTimeOffset After, int Escalation);

    public static MergeRecord Of(string json) => JsonSerializer.Deserialize<MergeRecord>(json)!;

    public string ToJson() => JsonSerializer.Serialize(this);
}
