using System.Collections.Frozen;

namespace Flowstate.Contacts.Domain;

/// <summary>
/// The one map between the canonical stages and what others call them. Each label names one stage, and the same label
/// names the same stage in every vocabulary, so that a caller need not say which one it speaks. The short
/// vocabularies keep the order of the line: reading a label and writing it again gives the same label.
/// </summary>
internal static class Vocabularies
{
    public const string Canonical = "flowstate";

    /// <summary>Per vocabulary the label of each canonical stage, in the order of <see cref="Stage"/>.</summary>
    private static readonly FrozenDictionary<string, string[]> Map = new Dictionary<string, string[]>(
        StringComparer.OrdinalIgnoreCase
    )
    {
        [Canonical] = [.. Stages.All.Select(stage => stage.Label())],
        ["frazer"] =
        [
            "New lead",
            "Relationship building",
            "Invited",
            "Qualified",
            "Video sent",
            "Follow-up",
            "Team member",
            "Not now",
            "Long-term nurture",
        ],
        ["recruiting"] = ["New", "New", "New", "Qualified", "Booked", "Held", "Joined", "Lost", "Lost"],
        ["sales"] = ["New", "New", "New", "Qualified", "Booked", "Held", "Won", "Lost", "Lost"],
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Labels without case, spaces and hyphens, and canonical codes, to the first stage that bears them.</summary>
    private static readonly FrozenDictionary<string, FrozenDictionary<string, Stage>> Readers = Map.ToFrozenDictionary(
        vocabulary => vocabulary.Key,
        vocabulary => Reader(vocabulary.Value),
        StringComparer.OrdinalIgnoreCase
    );

    public static IEnumerable<string> Names => Map.Keys;

    public static bool Knows(string vocabulary) => Map.ContainsKey(vocabulary);

    public static string Label(Stage stage, string vocabulary) => Map[vocabulary][(int)stage];

    /// <summary>The labels of a vocabulary in the line's order, each with the stage it is stored as.</summary>
    public static IEnumerable<(Stage Stage, string Label)> Of(string vocabulary) =>
        Stages.All.Select(stage => (stage, Label(stage, vocabulary))).DistinctBy(pair => pair.Item2);

    /// <summary>Reads a code or label; without a vocabulary all are tried. Null if nobody calls a stage that.</summary>
    public static Stage? Read(string text, string? vocabulary = null)
    {
        var key = Key(text);
        foreach (var name in vocabulary is null ? [Canonical, "frazer", "recruiting", "sales"] : new[] { vocabulary })
        {
            if (Readers.TryGetValue(name, out var reader) && reader.TryGetValue(key, out var stage))
            {
                return stage;
            }
        }

        return null;
    }

    /// <summary>Other tools have a stage for it; here it is a fact.</summary>
    public static bool IsNoShow(string text) => Key(text) == "noshow";

    private static FrozenDictionary<string, Stage> Reader(string[] labels)
    {
        Dictionary<string, Stage> reader = new(StringComparer.Ordinal);
        foreach (var stage in Stages.All)
        {
            reader.TryAdd(Key(labels[(int)stage]), stage);
        }

        // A canonical code is understood in every vocabulary, unless a label of that vocabulary already says it.
        foreach (var stage in Stages.All)
        {
            reader.TryAdd(Key(stage.Code()), stage);
        }

        return reader.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>A label without case, spaces and signs; letters of every script count.</summary>
    public static string Key(string text) =>
        string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}
