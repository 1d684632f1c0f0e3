using System.Globalization;
using System.Text;

namespace Flowstate.Contacts.Imports;

/// <summary>Text fit to be stored: valid Unicode, composed, without control and invisible direction characters, trimmed.</summary>
internal static class CleanText
{
    /// <summary>On one line; runs of white space become one space.</summary>
    public static string Line(string text) => Clean(text, keepLines: false);

    /// <summary>Keeps line breaks (as LF) and inner spacing.</summary>
    public static string Lines(string text) => Clean(text, keepLines: true);

    private static string Clean(string text, bool keepLines)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (keepLines && rune.Value is '\n' or '\t')
            {
                kept.Append((char)rune.Value);
            }
            else if (Rune.IsWhiteSpace(rune))
            {
                if (keepLines || (kept.Length > 0 && kept[^1] != ' '))
                {
                    kept.Append(' ');
                }
            }
            else if (!IsInvisible(rune))
            {
                kept.Append(rune);
            }
        }
        return ComposeMarks.Of(kept.ToString()).Trim();
    }

    // Joiners stay: emoji and Persian need them.
    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned
        || rune.Value
            is 0x200B
                or 0x200E
                or 0x200F
                or 0xFEFF
                or 0x00AD
                or (>= 0x202A and <= 0x202E)
                or (>= 0x2066 and <= 0x2069);
}
