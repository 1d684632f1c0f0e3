using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Flowstate.Shared.Persistence;
using Npgsql;

namespace Flowstate.Shared.Slices;

/// <summary>Rows of one kind that a module holds of a person.</summary>
/// <param name="Select">Whole rows, so that a new column is in it by itself; may use <c>@ws</c> and <c>@ids</c>.</param>
/// <param name="Open">Puts what the database cannot read into a row, whose columns are named as in the database.</param>
public sealed record PersonalRows(string Name, string Select, Action<JsonObject>? Open = null);

/// <summary>
/// All that a module holds of a person, as one JSON object with a list per kind. One kind of rows is in memory at a time.
/// </summary>
public static class PersonalData
{
    // Ours, or only there to be searched by and to be checked by.
    private const string NotTheirs = "'{workspace_id,search_text,notes_words,salt,changes_hash,tx}'::text[]";

    /// <param name="ids">Under which ids the person is known.</param>
    public static ExportFile Of(ModuleDbContext db, Guid[] ids, params IReadOnlyList<PersonalRows> kinds) =>
        new($"{db.Schema}.json", "application/json", ct => Parts(db, ids, kinds, ct));

    private static async IAsyncEnumerable<string> Parts(
        ModuleDbContext db,
        Guid[] ids,
        IReadOnlyList<PersonalRows> kinds,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        for (var index = 0; index < kinds.Count; index++)
        {
            var rows = await db.Rows<Row>(
                $"select (jsonb_strip_nulls(to_jsonb(r)) - {NotTheirs})::text as json from ({kinds[index].Select}) r",
                [new NpgsqlParameter("ws", db.User.WorkspaceId), new NpgsqlParameter("ids", ids)],
                ct
            );
            var list = string.Join(",\n", rows.Select(row => Written(row.Json, kinds[index].Open)));
            yield return $"{(index == 0 ? "{" : ",")}\n\"{kinds[index].Name}\": [{list}]";
        }

        yield return "\n}\n";
    }

    private static string Written(string json, Action<JsonObject>? open)
    {
        var row = JsonNode.Parse(json)!.AsObject();
        open?.Invoke(row);
        return new JsonObject(
            row.ToList().Select(pair => KeyValuePair.Create(Camel(pair.Key), pair.Value?.DeepClone()))
        ).ToJsonString();
    }

    private static string Camel(string column) =>
        string.Concat(
            column
                .Split('_')
                .Select((word, place) => place == 0 ? word : $"{char.ToUpperInvariant(word[0])}{word[1..]}")
        );

    private sealed class Row
    {
        public string Json { get; set; } = "";
    }
}
