namespace Flowstate.Contacts.Domain;

/// <summary>
/// What a workspace calls its stages, in the order of <see cref="Stage"/>; where it says nothing, the canonical label. The
/// codes stay, and so do the vocabularies.
/// </summary>
internal sealed class StageLabels(IReadOnlyList<string?> own)
{
    public const int Longest = 40;

    public static readonly StageLabels Canonical = new([]);

    public string Of(Stage stage) =>
        own.ElementAtOrDefault((int)stage) is { Length: > 0 } label ? label : stage.Label();

    /// <summary>In a vocabulary that was asked for by name, else in the workspace's own words.</summary>
    public string Of(Stage stage, string? vocabulary) =>
        vocabulary is null ? Of(stage) : Vocabularies.Label(stage, vocabulary);

    /// <summary>The stage that is called so here or, in a named vocabulary or any, elsewhere.</summary>
    public Stage? Read(string text, string? vocabulary)
    {
        var key = Vocabularies.Key(text);
        foreach (var stage in vocabulary is null ? Stages.All : [])
        {
            if (own.ElementAtOrDefault((int)stage) is { Length: > 0 } label && Vocabularies.Key(label) == key)
            {
                return stage;
            }
        }

        return Vocabularies.Read(text, vocabulary);
    }

    /// <summary>No two stages are called alike, and none by the code or the canonical label of another.</summary>
    public bool AreApart()
    {
        var keys = Stages.All.Select(stage => Vocabularies.Key(Of(stage))).ToList();
        return keys.Distinct(StringComparer.Ordinal).Count() == keys.Count
            && Stages.All.All(stage =>
                Stages.All.All(other =>
                    other == stage
                    || (
                        keys[(int)stage] != Vocabularies.Key(other.Code())
                        && keys[(int)stage] != Vocabularies.Key(other.Label())
                    )
                )
            );
    }
}
