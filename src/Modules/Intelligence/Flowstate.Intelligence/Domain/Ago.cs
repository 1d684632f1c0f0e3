using System.Globalization;

namespace Flowstate.Intelligence.Domain;

/// <summary>Spans of time as people say them.</summary>
internal static class Ago
{
    /// <summary>"just now", "5 minutes ago", "2 hours ago", "yesterday", "34 days ago".</summary>
    public static string Since(DateTimeOffset at, DateTimeOffset now) =>
        (now - at) switch
        {
            { TotalMinutes: < 2 } => "just now",
            { TotalMinutes: < 90 } span => Count((int)span.TotalMinutes, "minute"),
            { TotalHours: < 36 } span => Count((int)span.TotalHours, "hour"),
            var span => Count((int)Math.Round(span.TotalDays), "day"),
        };

    /// <summary>"in a moment", "in 5 minutes", "in 2 hours", "in 3 days".</summary>
    public static string Until(DateTimeOffset at, DateTimeOffset now) =>
        (at - now) switch
        {
            { TotalMinutes: < 2 } => "in a moment",
            { TotalMinutes: < 90 } span => $"in {Number((int)span.TotalMinutes, "minute")}",
            { TotalHours: < 36 } span => $"in {Number((int)span.TotalHours, "hour")}",
            var span => $"in {Number((int)Math.Round(span.TotalDays), "day")}",
        };

    public static int Days(DateTimeOffset at, DateTimeOffset now) => Math.Max(0, (int)(now - at).TotalDays);

    public static string DayCount(int days) =>
        days == 1 ? "1 day" : string.Create(CultureInfo.InvariantCulture, $"{days} days");

    private static string Count(int number, string unit) => $"{Number(number, unit)} ago";

    private static string Number(int number, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {unit}{(number == 1 ? "" : "s")}");
}
