using System.Globalization;

namespace Flowstate.Contacts.Imports;

/// <summary>A birthday as <c>yyyy-MM-dd</c>, or <c>--MM-dd</c> without the year; a date that could be two is left as written.</summary>
internal static class BirthdayText
{
    // Apple writes 1604 where the year is not known.
    private const int UnknownYear = 1604;
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd",
        "yyyyMMdd",
        "yyyy/MM/dd",
        "yyyy.MM.dd",
        "dd.MM.yyyy",
        "d.M.yyyy",
    ];

    public static string? Of(string? text)
    {
        if (text is null)
        {
            return null;
        }
        // A time of day may follow: 1980-03-22T00:00:00Z.
        var time = text.IndexOf('T', StringComparison.Ordinal);
        var day = time > 0 ? text[..time] : text;
        var yearless = day.StartsWith("--", StringComparison.Ordinal);
        var whole = yearless ? $"{UnknownYear}{day.Replace("-", "", StringComparison.Ordinal)}" : day;
        return DateOnly.TryParseExact(whole, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date.ToString(date.Year == UnknownYear ? "--MM-dd" : "yyyy-MM-dd", CultureInfo.InvariantCulture)
            : text;
    }
}
