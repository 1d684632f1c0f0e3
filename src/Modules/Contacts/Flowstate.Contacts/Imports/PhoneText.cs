using System.Text.RegularExpressions;
using PhoneNumbers;

namespace Flowstate.Contacts.Imports;

/// <summary>Phone numbers in a cell, and their E.164 form.</summary>
internal static partial class PhoneText
{
    private const int MostCharacters = 60;

    // Several numbers fit into it; what is longer is no cell of numbers, and would keep the splitting busy.
    private const int LongestCell = 1000;
    private const int FewestDigits = 3;
    private const int DigitsOfAWholeNumber = 6;

    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    /// <summary>The numbers, as written; empty if the text holds none.</summary>
    public static IEnumerable<string> NumbersIn(string text)
    {
        if (text.Length > LongestCell)
        {
            return [];
        }

        var lines = CleanText.Lines(text);
        var parts = Separators().Split(lines).Where(part => part.Length > 0).ToList();
        // "555-1234 / 5" is one number and its extension: only whole numbers are taken apart.
        var several = parts.Count > 1 && parts.TrueForAll(part => Digits(part) >= DigitsOfAWholeNumber);
        return (several ? parts : [lines]).Select(Tidy).Where(IsNumber);
    }

    /// <summary>E.164 (without the extension), reading a number without country code as one of <paramref name="country"/> (ISO 3166 alpha-2), or null.</summary>
    public static string? Normalise(string number, string? country)
    {
        try
        {
            var international = number.StartsWith("00", StringComparison.Ordinal) ? $"+{number[2..]}" : number;
            var parsed = Numbers.Parse(international, country?.ToUpperInvariant() ?? "ZZ");
            return Numbers.IsPossibleNumberWithReason(parsed) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE
                ? Numbers.Format(parsed, PhoneNumberFormat.E164)
                : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    public static bool IsCountry(string code) => Numbers.GetSupportedRegions().Contains(code);

    // Spreadsheets guard a leading plus with an apostrophe or a formula: '+47…, ="+47…".
    private static string Tidy(string part)
    {
        var number = CleanText.Line(part).TrimStart('\'', '=').Trim('"', ' ');
        return number.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) ? FromUri(number) : number;
    }

    /// <summary><c>tel:+1-418-656-9254;ext=102</c> as a person writes it.</summary>
    public static string FromUri(string uri)
    {
        var parts = Uri.UnescapeDataString(uri["tel:".Length..]).Split(';');
        var extension = Array.Find(parts, part => part.StartsWith("ext=", StringComparison.OrdinalIgnoreCase));
        return extension is null ? parts[0].Trim() : $"{parts[0].Trim()} ext. {extension[4..].Trim()}";
    }

    // 4.79E+10: a spreadsheet has already lost the digits.
    private static bool IsNumber(string text) =>
        text.Length <= MostCharacters && Digits(text) >= FewestDigits && !Shortened().IsMatch(text);

    private static int Digits(string text) => text.Count(char.IsDigit);

    [GeneratedRegex(@"\s*:::\s*|[;,/|\n]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Separators();

    [GeneratedRegex(@"^\d([.,]\d+)?[eE]\+?\d+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shortened();
}
