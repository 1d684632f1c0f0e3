using System.Globalization;
using System.Text.Json;

namespace Flowstate.Contacts.Tests.Filters;

/// <summary>
/// What a filter means, said once more over rows as the list tells them: slow, plain, and without a word of SQL. The
/// member's zone is Europe/Oslo.
/// </summary>
internal static class FilterTruth
{
    private static readonly TimeZoneInfo Oslo = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");

    public static bool Holds(JsonElement node, JsonElement row, DateTimeOffset now)
    {
        if (node.TryGetProperty("all", out var all))
        {
            return all.EnumerateArray().All(part => Holds(part, row, now));
        }

        if (node.TryGetProperty("any", out var any))
        {
            return any.GetArrayLength() == 0 || any.EnumerateArray().Any(part => Holds(part, row, now));
        }

        var name = node.GetProperty("field").GetString()!;
        var held = Held(row, name);
        var value = node.TryGetProperty("value", out var given) ? given : default;
        return node.GetProperty("op").GetString() switch
        {
            "empty" => held is null,
            "notEmpty" => held is not null,
            "is" => IsSame(held, value),
            "isNot" => !IsSame(held, value),
            "anyOf" => value
                .EnumerateArray()
                .Any(one => held is List<string> list ? list.Contains(one.GetString()!) : IsSame(held, one)),
            "contains" => Contains(held, value.GetString()!),
            "notContains" => !Contains(held, value.GetString()!),
            "greater" => held is decimal number && number > value.GetDecimal(),
            "less" => held is decimal number && number < value.GetDecimal(),
            "before" => DayOf(held) is { } day && day < Day(value),
            "after" => DayOf(held) is { } day && day > Day(value),
            "moreThanDaysAgo" => held is DateTimeOffset at
                ? at < now.AddDays(-value.GetInt32())
                : held is DateOnly day && day < Today(now).AddDays(-value.GetInt32()),
            "inLastDays" => held is DateTimeOffset at
                ? at >= now.AddDays(-value.GetInt32()) && at <= now
                : held is DateOnly day && day >= Today(now).AddDays(-value.GetInt32()) && day <= Today(now),
            "inNextDays" => held is DateTimeOffset at
                ? at > now && at <= now.AddDays(value.GetInt32())
                : held is DateOnly day && day > Today(now) && day <= Today(now).AddDays(value.GetInt32()),
            var op => throw new InvalidOperationException($"Nobody said what {op} means."),
        };
    }

    private static object? Held(JsonElement row, string name)
    {
        var extras = row.GetProperty("extras");
        if (name.StartsWith("custom.", StringComparison.Ordinal))
        {
            var there = extras.GetProperty("fields").TryGetProperty(name["custom.".Length..], out var value);
            return there ? Custom(value) : null;
        }

        return name switch
        {
            "name" or "organisation" or "stage" => Text(row.GetProperty(name)),
            "owner" => Text(row.GetProperty("ownerId")),
            "warmth" => row.GetProperty("warmth").GetDecimal() is var stars and > 0 ? stars : null,
            "country" or "language" or "source" => Text(extras.GetProperty(name)),
            "tags" => extras.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()!).ToList()
                is { Count: > 0 } tags
                ? tags
                : null,
            "created" => Instant(row.GetProperty("createdAt")),
            "lastTouch" => Instant(row.GetProperty("lastTouchAt")),
            "nextTouch" => Instant(row.GetProperty("nextTouchAt")),
            "nextFollowUp" => Instant(row.GetProperty("nextFollowUpAt")),
            _ => throw new InvalidOperationException($"Nobody said what {name} is."),
        };
    }

    private static object Custom(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Number => value.GetDecimal(),
            JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
            JsonValueKind.Array => value.EnumerateArray().Select(item => item.GetString()!).ToList(),
            _ when DateOnly.TryParseExact(
                    value.GetString(),
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var day
                ) => day,
            _ => value.GetString()!,
        };

    private static bool IsSame(object? held, JsonElement value) =>
        held switch
        {
            decimal number => number == value.GetDecimal(),
            bool yes => yes == value.GetBoolean(),
            string text => string.Equals(text, value.GetString(), StringComparison.OrdinalIgnoreCase),
            DateTimeOffset or DateOnly => DayOf(held) == Day(value),
            _ => false,
        };

    private static bool Contains(object? held, string value) =>
        held switch
        {
            List<string> list => list.Contains(value),
            string text => text.Contains(value, StringComparison.OrdinalIgnoreCase),
            _ => false,
        };

    private static DateOnly? DayOf(object? held) =>
        held switch
        {
            DateTimeOffset at => Today(at),
            DateOnly day => day,
            _ => null,
        };

    private static DateOnly Today(DateTimeOffset at) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Oslo).DateTime);

    private static DateOnly Day(JsonElement value) =>
        DateOnly.ParseExact(value.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Text(JsonElement value) => value.GetString() is { Length: > 0 } text ? text : null;

    private static DateTimeOffset? Instant(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null ? null : value.GetDateTimeOffset();
}
