using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Flowstate.Identity.Security;

/// <summary>
/// Text in Unicode's form NFC, so that an accented letter is the same whichever keyboard wrote it. By a table of our own,
/// since the framework's needs a library (ICU) that the product does without, and leaves text as it is where it is missing.
/// </summary>
internal static class Composed
{
    private const int SBase = 0xAC00;
    private const int LBase = 0x1100;
    private const int VBase = 0x1161;
    private const int TBase = 0x11A7;
    private const int VCount = 21;
    private const int TCount = 28;
    private const int NCount = VCount * TCount;
    private const int SCount = 19 * NCount;

    private static readonly Lazy<Table> Unicode = new(Load);

    public static string Of(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var table = Unicode.Value;
        var letters = text.EnumerateRunes().SelectMany(rune => Decompose(rune.Value, table)).ToList();
        Order(letters, table);
        return Compose(letters, table);
    }

    private static int[] Decompose(int letter, Table table)
    {
        var hangul = letter - SBase;
        if (hangul is >= 0 and < SCount)
        {
            int[] parts = [LBase + (hangul / NCount), VBase + (hangul % NCount / TCount), TBase + (hangul % TCount)];
            return parts[2] == TBase ? parts[..2] : parts;
        }

        return table.Decompositions.TryGetValue(letter, out var parted) ? parted : [letter];
    }

    // Marks behind a letter, by their class; those of one class stay as they were typed.
    private static void Order(List<int> letters, Table table)
    {
        for (var index = 1; index < letters.Count; index++)
        {
            var (mark, at) = (letters[index], index);
            var rank = table.ClassOf(mark);
            while (rank > 0 && at > 0 && table.ClassOf(letters[at - 1]) > rank)
            {
                letters[at] = letters[--at];
            }

            letters[at] = mark;
        }
    }

    private static string Compose(List<int> letters, Table table)
    {
        List<int> composed = [];
        var (starter, lastClass) = (-1, 0);
        foreach (var letter in letters)
        {
            var rank = table.ClassOf(letter);
            // A mark reaches its letter unless one of its own class, or a letter, stands between.
            var reaches = starter >= 0 && (starter == composed.Count - 1 || (lastClass < rank && lastClass > 0));
            if (reaches && Pair(composed[starter], letter, table) is { } one)
            {
                composed[starter] = one;
                continue;
            }

            if (rank == 0)
            {
                starter = composed.Count;
            }

            lastClass = rank;
            composed.Add(letter);
        }

        return string.Concat(composed.Select(letter => new Rune(letter).ToString()));
    }

    private static int? Pair(int first, int second, Table table)
    {
        var (l, v, t) = (first - LBase, second - VBase, second - TBase);
        if (l is >= 0 and < 19 && v is >= 0 and < VCount)
        {
            return SBase + (l * NCount) + (v * TCount);
        }

        var s = first - SBase;
        return s is >= 0 and < SCount && s % TCount == 0 && t is > 0 and < TCount ? first + t
            : table.Compositions.TryGetValue((first, second), out var one) ? one
            : null;
    }

    private static Table Load()
    {
        using var stream = typeof(Composed).Assembly.GetManifestResourceStream("canonical.txt")!;
        using var reader = new StreamReader(stream);
        Dictionary<int, int[]> decompositions = [];
        Dictionary<(int, int), int> compositions = [];
        Dictionary<int, int> classes = [];
        while (reader.ReadLine() is { } line)
        {
            if (line[0] == '#')
            {
                continue;
            }

            int[] numbers =
            [
                .. line[2..]
                    .Split(' ')
                    .Select(hex => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture)),
            ];
            switch (line[0])
            {
                case 'D':
                    decompositions[numbers[0]] = numbers[1..];
                    break;
                case 'C':
                    compositions[(numbers[0], numbers[1])] = numbers[2];
                    break;
                default:
                    classes[numbers[0]] = numbers[1];
                    break;
            }
        }

        return new Table(
            decompositions.ToFrozenDictionary(),
            compositions.ToFrozenDictionary(),
            classes.ToFrozenDictionary()
        );
    }

    private sealed record Table(
        FrozenDictionary<int, int[]> Decompositions,
        FrozenDictionary<(int, int), int> Compositions,
        FrozenDictionary<int, int> Classes
    )
    {
        public int ClassOf(int letter) => Classes.GetValueOrDefault(letter);
    }
}
