namespace Flowstate.Contacts.Imports;

/// <summary>What a mail or number is for: <c>work</c>, <c>home</c>, <c>mobile</c>, <c>work fax</c>, or the words of its owner.</summary>
internal static class PointLabel
{
    private const int MostCharacters = 40;

    private static readonly (string Label, string[] Words)[] Meanings =
    [
        ("home", ["home", "privat", "personal", "casa", "particular", "domicil", "hjem"]),
        (
            "work",
            [
                "work",
                "business",
                "company",
                "arbeid",
                "arbeit",
                "jobb",
                "geschaft",
                "trabajo",
                "trabalho",
                "travail",
                "bureau",
            ]
        ),
        ("mobile", ["mobil", "cell", "handy", "movil", "celular", "telemovel", "portable"]),
        ("fax", ["fax"]),
        ("pager", ["pager"]),
        ("other", ["other", "annen", "andre", "otro", "outro", "autre", "sonstige"]),
        ("main", ["main"]),
        ("assistant", ["assistant"]),
    ];

    /// <summary>From the words of a column's name ("Business Fax"), or null.</summary>
    public static string? FromHeader(string header)
    {
        var name = ColumnNames.Fold(header);
        var labels = Meanings
            .Where(meaning => meaning.Words.Any(word => name.Contains(word, StringComparison.Ordinal)))
            .Select(meaning => meaning.Label);
        return string.Join(' ', labels) is { Length: > 0 } label ? label : null;
    }

    /// <summary>From vCard's TYPE words; what every number or mail is (voice, internet, pref) says nothing.</summary>
    public static string? FromTypes(IEnumerable<string> types)
    {
        var words = types
            .Select(type => type.ToUpperInvariant())
            .Select(type =>
                type switch
                {
                    "CELL" or "IPHONE" => "mobile",
                    "HOME" or "WORK" or "FAX" or "PAGER" or "OTHER" or "MAIN" or "CAR" or "CALLBACK" =>
                        type.ToLowerInvariant(),
                    _ => null,
                }
            )
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            // "work fax", "home mobile": where first, then what.
            .OrderBy(word => word is "home" or "work" or "other" ? 0 : 1);
        return string.Join(' ', words) is { Length: > 0 } label ? label : null;
    }

    /// <summary>From a label as Google ("* Work") or Apple (<c>_$!&lt;HomePage&gt;!$_</c>) writes it.</summary>
    public static string? FromText(string? text)
    {
        var label = CleanText.Line(text ?? "").TrimStart('*', ' ');
        if (label.StartsWith("_$!<", StringComparison.Ordinal) && label.EndsWith(">!$_", StringComparison.Ordinal))
        {
            label = label[4..^4];
        }
        label = label.ToLowerInvariant();
        return label.Length == 0 ? null
            : label.Length <= MostCharacters ? label
            : label[..(char.IsHighSurrogate(label[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters)];
    }

    /// <summary>Numbers nobody calls or writes to go last.</summary>
    public static bool IsLastResort(string? label) =>
        label is not null
        && (
            label.Contains("fax", StringComparison.Ordinal)
            || label.Contains("pager", StringComparison.Ordinal)
            || label.Contains("assistant", StringComparison.Ordinal)
        );
}
