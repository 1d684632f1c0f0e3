using System.Collections.Frozen;

namespace Flowstate.Contacts.Imports;

/// <summary>Yes or no in the languages of the column names, and as programs write it.</summary>
internal static class YesNoText
{
    private static readonly FrozenSet<string> Yes = Words("yes y true on x ✓ 1 ja j si sí sim oui o");
    private static readonly FrozenSet<string> No = Words("no n false off 0 nei nein não nao non");

    public static bool? Of(string text) =>
        Yes.Contains(text) ? true
        : No.Contains(text) ? false
        : null;

    private static FrozenSet<string> Words(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
