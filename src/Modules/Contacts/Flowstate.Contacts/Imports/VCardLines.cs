using System.Text;

namespace Flowstate.Contacts.Imports;

/// <summary>
/// A vCard's lines with their folds undone: continuation lines (a blank in front) and quoted-printable soft breaks (a "=" behind).
/// Of properties that are not read (photos, keys) only the name is kept. The reader must map each byte to one character
/// (Latin-1), since a fold may cut a letter in two and each property may have its own charset.
/// </summary>
internal sealed class VCardLines(BoundedLines lines)
{
    private const int Longest = 256 * 1024;
    private const int LongestName = 4 * 1024;

    private readonly StringBuilder _text = new();
    private TextLine? _ahead;

    /// <summary>vCard 2.1 folds a text only where it has a blank, and means that blank.</summary>
    public bool FoldsAtBlanks { get; set; }

    public TextLine? Next()
    {
        if (Take() is not { } first)
        {
            return null;
        }
        _text.Clear().Append(first.Text);
        var kept = Kept();
        var cut = first.Cut && kept.Content;
        while (Take() is { } next)
        {
            var softBreak = kept.QuotedPrintable && _text.Length > 0 && _text[^1] == '=' && !IsBorder(next.Text);
            var folded = next.Text.Length > 0 && next.Text[0] is ' ' or '\t';
            if (!softBreak && !folded)
            {
                _ahead = next;
                break;
            }
            if (kept.Content)
            {
                cut |= next.Cut || _text.Length + next.Text.Length > Longest;
                Append(next.Text, softBreak, kept.Blanks);
                kept = kept.Known ? kept : Kept();
            }
        }
        return new TextLine(first.Number, _text.ToString(), cut);
    }

    private void Append(string text, bool softBreak, bool keepsBlank)
    {
        if (softBreak)
        {
            _text.Length--;
        }
        if (_text.Length + text.Length <= Longest)
        {
            _text.Append(text, softBreak || keepsBlank ? 0 : 1, text.Length - (softBreak || keepsBlank ? 0 : 1));
        }
    }

    private (bool Known, bool Content, bool QuotedPrintable, bool Blanks) Kept()
    {
        var text = _text.ToString();
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var head = colon < 0 ? text : text[..colon];
        var dot = head.IndexOf('.', StringComparison.Ordinal);
        var end = head.IndexOf(';', StringComparison.Ordinal);
        var name = end < 0 ? head : head[..end];
        name = dot >= 0 && dot < name.Length ? name[(dot + 1)..] : name;
        var isText = FoldsAtBlanks && !VCardFields.IsAddressLike(name);
        return (
            colon >= 0 || text.Length > LongestName,
            colon < 0 || VCardFields.IsRead(name),
            head.Contains("QUOTED-PRINTABLE", StringComparison.OrdinalIgnoreCase),
            isText
        );
    }

    private static bool IsBorder(string line) =>
        line.StartsWith("BEGIN:", StringComparison.OrdinalIgnoreCase)
        || line.StartsWith("END:", StringComparison.OrdinalIgnoreCase);

    private TextLine? Take()
    {
        var line = _ahead ?? lines.Next();
        _ahead = null;
        return line;
    }
}
