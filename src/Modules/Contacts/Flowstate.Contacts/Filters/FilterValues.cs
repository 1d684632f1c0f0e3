using System.Text.Json;
using Flowstate.Contacts.Domain;

namespace Flowstate.Contacts.Filters;

/// <summary>What a condition compares with, read by the kind of its field. Each answers null for what it cannot read.</summary>
internal static class FilterValues
{
    public const int LongestText = 300;
    public const int LongestList = 50;
    public const int MostDays = 36_500;

    public static string? Text(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        var text = value.GetString()!.Trim();
        return text.Length is > 0 and <= LongestText && !text.Contains('\0', StringComparison.Ordinal) ? text : null;
    }

    public static string[]? Texts(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() is < 1 or > LongestList)
        {
            return null;
        }

        string[] texts = [.. value.EnumerateArray().Select(Text).OfType<string>()];
        return texts.Length == value.GetArrayLength() ? texts : null;
    }

    public static decimal? Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) ? number : null;

    public static bool? YesNo(JsonElement value) =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null;

    public static int? Days(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var days) && days is >= 0 and <= MostDays
            ? days
            : null;

    public static DateOnly? Day(JsonElement value) =>
        Text(value) is { } text && FieldValue.IsDay(text)
            ? DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
            : null;
}
