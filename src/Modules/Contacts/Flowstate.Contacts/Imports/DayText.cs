using System.Globalization;

namespace Flowstate.Contacts.Imports;

/// <summary>A day as people and programs write it, with or without a time behind it.</summary>
internal static class DayText
{
    private const int Longest = 40;

    private static readonly string[] Forms =
    [
        "yyyy-M-d",
        "yyyyMMdd",
        "yyyy/M/d",
        "yyyy.M.d",
        "d.M.yyyy",
        "d-M-yyyy",
        "d MMM yyyy",
        "d MMMM yyyy",
        "MMM d, yyyy",
        "MMMM d, yyyy",
    ];

    private static readonly string[] DayFirst = ["d/M/yyyy"];
    private static readonly string[] MonthFirst = ["M/d/yyyy"];

    /// <param name="country">ISO 3166 alpha-2: whether 3/4/2026 is in April or, in the United States, in March.</param>
    public static DateOnly? Of(string text, string? country)
    {
        if (text.Length > Longest)
        {
            return null;
        }

        var day = text.Contains(':', StringComparison.Ordinal) ? text[..EndOfDay(text)] : text;
        var (usual, other) = country == "US" ? (MonthFirst, DayFirst) : (DayFirst, MonthFirst);
        return Read(day, Forms) ?? Read(day, usual) ?? Read(day, other);
    }

    // 2026-03-01T10:00:00Z, 01.03.2026 10:00
    private static int EndOfDay(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var end = text.LastIndexOfAny(['T', ' '], colon);
        return end < 0 ? text.Length : end;
    }

    private static DateOnly? Read(string text, string[] forms) =>
        DateOnly.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
