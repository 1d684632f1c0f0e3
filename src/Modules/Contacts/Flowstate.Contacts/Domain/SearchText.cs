using System.Text;
using AnyAscii;

namespace Flowstate.Contacts.Domain;

/// <summary>
/// What a contact is found by, in one text: a line for the name and each other word or number, then one for each tag. Every
/// line begins with a space, so that the start of a word is a space and its first letters.
/// </summary>
internal static class SearchText
{
    // East Asian scripts stay as they are written: in letters, different words would be the same.
    private const int FirstKept = 0x2E80;

    public static string Of(Contact contact)
    {
        var text = new StringBuilder(Line(contact.Name));
        string?[] words =
        [
            contact.Organisation,
            contact.Title,
            contact.Handles.Instagram,
            contact.Handles.Messenger,
            contact.Handles.Whatsapp,
            contact.Handles.Linkedin,
            // In one order, however the points were loaded: what was written twice the same is the same.
            .. contact
                .Points.OrderBy(point => point.Kind)
                .ThenBy(point => point.Position)
                .Select(point => point.Identity),
        ];
        foreach (var word in words.Where(word => !string.IsNullOrEmpty(word)))
        {
            text.Append(Line(word!));
        }

        return text.AppendJoin("", contact.Tags.Select(TagLine)).ToString();
    }

    public static string Line(string word) => $" {Fold(word)}\n";

    /// <summary>Unlike any other line, so that it can be taken away and added by a statement over many contacts.</summary>
    public static string TagLine(string tag) => $"\t{Line(tag)}";

    /// <summary>
    /// In lower case, without accents and in Latin letters, each gap one space: "Łódź" is found as "LODZ", "Иван" as "ivan". Folded here and never by the database, whose rules depend on its locale.
    /// </summary>
    public static string Fold(string text)
    {
        var letters = Ascii.IsValid(text) ? text : string.Concat(text.EnumerateRunes().Select(Latin));
        return string.Join(' ', letters.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Latin(Rune rune) =>
        rune.Value < FirstKept || rune.Value is >= 0xFF00 and < 0xFFF0
            ? rune.ToString().Transliterate()
            : rune.ToString();
}
