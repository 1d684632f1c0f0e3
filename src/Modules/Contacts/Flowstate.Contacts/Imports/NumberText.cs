using System.Globalization;
using System.Text.RegularExpressions;

namespace Flowstate.Contacts.Imports;

/// <summary>
/// A number as people write it: <c>1 234,50</c>, <c>1,234.50</c>, <c>1.234,50</c>, <c>€ 12</c>. Of two kinds of separator the last
/// is the point; a comma before exactly three digits parts thousands.
/// </summary>
internal static partial class NumberText
{
    private const int Longest = 40;

    public static decimal? Of(string text)
    {
        if (text.Length > Longest)
        {
            return null;
        }

        var digits = Aside().Replace(text, "").Replace('\u2212', '-');
        var (comma, point) = (digits.LastIndexOf(','), digits.LastIndexOf('.'));
        digits =
            comma > point && (point >= 0 || !Thousands().IsMatch(digits))
                ? digits.Replace(".", "", StringComparison.Ordinal).Replace(',', '.')
                : digits.Replace(",", "", StringComparison.Ordinal);
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return decimal.TryParse(digits, Style, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    // Spaces and apostrophes between thousands, and the sign or code of a currency.
    [GeneratedRegex(
        @"[\s'’]|^(?:\p{Sc}|[A-Z]{3}|kr\.?)\s*|\s*(?:\p{Sc}|[A-Z]{3}|kr\.?)$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Aside();

    [GeneratedRegex(@"^-?[1-9]\d{0,2}(,\d{3})+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Thousands();
}
