using System.Globalization;
using System.Text;

namespace Flowstate.Contacts.Domain;

/// <summary>A name for programs, made from one for people: <c>Størrelse (EU)</c> becomes <c>storrelse_eu</c>.</summary>
internal static class Slug
{
    public const int Longest = 60;

    /// <summary>Not among those taken: the second of a name gets <c>_2</c>. A name without Latin letters becomes the fallback.</summary>
    public static string Of(string name, IReadOnlyCollection<string> taken, string fallback)
    {
        var plain = Plain(name);
        plain = plain.Length == 0 ? fallback : plain;
        var slug = plain;
        for (var number = 2; taken.Contains(slug, StringComparer.Ordinal); number++)
        {
            slug = $"{plain}_{number.ToString(CultureInfo.InvariantCulture)}";
        }

        return slug;
    }

    private static string Plain(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            text.Append(Latin(letter));
        }

        var words = text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var joined = string.Join('_', words);
        return joined.Length <= Longest ? joined : joined[..Longest].TrimEnd('_');
    }

    // These do not fall apart into a letter and a mark.
    private static string Latin(char letter) =>
        letter switch
        {
            'æ' => "ae",
            'œ' => "oe",
            'ø' => "o",
            'đ' or 'ð' => "d",
            'ł' => "l",
            'ß' => "ss",
            'ı' => "i",
            _ => char.IsAsciiLetterOrDigit(letter) ? letter.ToString() : " ",
        };
}
