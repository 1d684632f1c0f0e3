using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Slices;

namespace Flowstate.Contacts.Features.Contacts;

/// <summary>
/// What was typed into a search box, as SQL: every word has to be somewhere in the contact's text, or begin a word of the
/// notes. One or two letters have to begin a word, and not of the notes; digits are a phone number however it is written.
/// </summary>
internal sealed record SearchTerm
{
    /// <summary>Up to so many hits are found by the index and sorted; what more have is met by walking the list.</summary>
    public const int MostFound = 2000;

    private static readonly Error TooShort = new(
        ErrorKind.Invalid,
        "contacts.search-too-short",
        "Type at least two characters to search."
    );

    private const int Shortest = 2;

    // What the trigram index finds anywhere in a word.
    private const int Trigram = 3;
    private const int FewestDigits = 5;

    // Each word more narrows what the others found, and costs as much to look up.
    private const int MostLookedUp = 8;

    private readonly List<Word> _words;

    private SearchTerm(string typed) =>
        _words = IsNumber(typed)
            ? [new Word(Digits(typed), typed)]
            :
            [
                .. typed
                    .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                    .Select(word => new Word(Needle(SearchText.Fold(word)), word))
                    .Where(word => word.Needle != " ")
                    .DistinctBy(word => word.Needle)
                    .OrderByDescending(word => word.Needle.Length),
            ];

    /// <summary>Nothing where nothing was typed. 400 <c>contacts.search-too-short</c>.</summary>
    public static Result<SearchTerm?> Read(string? typed)
    {
        if (typed.Tidy() is not { } text)
        {
            return default(Result<SearchTerm?>);
        }

        var term = new SearchTerm(text);
        return term._words.Exists(word => word.Letters >= Shortest) ? term : Result<SearchTerm?>.Fail(TooShort);
    }

    /// <summary>By index, over <see cref="ContactsDbContext.SearchView"/>.</summary>
    public string Found(string alias) =>
        Each(n =>
            n < MostLookedUp && _words[n].Letters >= Shortest
                ? InEither(n, alias, $"{alias}.search_text like @like{n}")
                : Met(alias, n)
        );

    /// <summary>Row by row. The planner takes LIKE to find a handful, position() every third row.</summary>
    public string Met(string alias) => Each(n => Met(alias, n));

    private string Met(string alias, int n) => InEither(n, alias, $"position(@needle{n} in {alias}.search_text) > 0");

    private string InEither(int n, string alias, string text) =>
        _words[n].IsForNotes ? $"({text} or {alias}.notes_words @@ {Note(n)})" : text;

    public IEnumerable<(string Name, object Value)> Parameters =>
        _words.SelectMany(
            (word, n) =>
                new (string, object)[] { ($"like{n}", word.Like), ($"needle{n}", word.Needle), ($"note{n}", word.Note) }
        );

    private string Each(Func<int, string> condition) =>
        string.Concat(Enumerable.Range(0, _words.Count).Select(n => " and " + condition(n)));

    // A sub-select is asked once per statement, not per row.
    private static string Note(int n) => $"(select to_tsquery('contacts.notes', @note{n}))";

    private static string Needle(string folded) => folded.Length < Trigram ? $" {folded}" : folded;

    private static bool IsNumber(string typed) =>
        typed.All(letter => char.IsAsciiDigit(letter) || letter is ' ' or '+' or '-' or '.' or '(' or ')')
        && Digits(typed).Length >= FewestDigits;

    private static string Digits(string typed) => string.Concat(typed.Where(char.IsAsciiDigit)).TrimStart('0');

    private sealed record Word(string Needle, string Typed)
    {
        public int Letters => Needle.Trim().Length;

        // One or two letters begin a word of nearly every note, and signs are dropped there: "$$s" would be every word in s.
        public bool IsForNotes =>
            char.IsLetterOrDigit(Typed[0])
            && char.IsLetterOrDigit(Typed[^1])
            && Typed.Count(char.IsLetterOrDigit) >= Trigram;

        /// <summary>A pattern that finds the needle anywhere, whatever wildcards it holds.</summary>
        public string Like =>
            $"%{Needle
                .Replace("\\", "\\\\", StringComparison.Ordinal)
                .Replace("%", "\\%", StringComparison.Ordinal)
                .Replace("_", "\\_", StringComparison.Ordinal)}%";

        /// <summary>As a quoted prefix of the text search's own language.</summary>
        public string Note =>
            $"'{Typed
                .Replace("\\", "\\\\", StringComparison.Ordinal)
                .Replace("'", "''", StringComparison.Ordinal)}':*";
    }
}
