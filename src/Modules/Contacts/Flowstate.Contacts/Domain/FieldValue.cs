using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Flowstate.Contacts.Domain;

/// <summary>
/// What a custom field may hold: a text, a number, a day <c>2026-03-01</c>, the id of an option, a list of them, true or
/// false, a link. JSON null, an empty text and an empty list clear it.
/// </summary>
internal static class FieldValue
{
    public const int LongestText = 5000;
    public const int LongestUrl = 2000;

    // What numeric and double agree on, so that a number comes back as it was written.
    private const decimal Largest = 999_999_999_999_999m;

    /// <summary>How a value is kept, or what is wrong with it, in a sentence. <paramref name="present"/> is what is there now.</summary>
    public static (JsonNode? Kept, string? Wrong) Read(CustomField field, JsonElement given, JsonNode? present)
    {
        if (given.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
        {
            return (null, null);
        }

        try
        {
            return field.Kind switch
            {
                FieldKind.Number => Number(given),
                FieldKind.YesNo => YesNo(given),
                FieldKind.MultiChoice => Options(field, given, present),
                _ => given.ValueKind == JsonValueKind.String
                    ? Text(field, given.GetString()!.Trim(), present)
                    : (null, $"{field.Label} is written as a text."),
            };
        }
        // Half of a character that takes two.
        catch (InvalidOperationException)
        {
            return (null, $"{field.Label} holds a character that cannot be stored.");
        }
    }

    public static bool IsDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static (JsonNode? Kept, string? Wrong) Text(CustomField field, string text, JsonNode? present)
    {
        var wrong = field.Kind switch
        {
            _ when text.Length == 0 => null,
            _ when text.Contains('\0', StringComparison.Ordinal) =>
                $"{field.Label} holds a character that cannot be stored.",
            FieldKind.Text when text.Length > LongestText =>
                $"{field.Label} is too long: at most {LongestText} characters.",
            FieldKind.Date when !IsDay(text) => $"{field.Label} is a day such as 2026-03-01.",
            FieldKind.Url when text.Length > LongestUrl =>
                $"{field.Label} is too long: at most {LongestUrl} characters.",
            FieldKind.Url when !IsLink(text) => $"{field.Label} is a link that begins with https:// or http://.",
            FieldKind.Choice when !MayHold(field, text, Held(present)) => $"{field.Label} has no such option.",
            _ => null,
        };
        return wrong is null && text.Length > 0 ? (JsonValue.Create(text), null) : (null, wrong);
    }

    private static (JsonNode? Kept, string? Wrong) Number(JsonElement given) =>
        given.ValueKind == JsonValueKind.Number
        && given.TryGetDecimal(out var number)
        && Math.Abs(number) <= Largest
        && decimal.Round(number, 6) == number
            // Without the zeros at the end, so that the same number is the same text.
            ? (JsonValue.Create(number / 1.000000000000000000000000000000000m), null)
            : (null, "A number of at most 15 digits before the point and 6 after it.");

    private static (JsonNode? Kept, string? Wrong) YesNo(JsonElement given) =>
        given.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? (JsonValue.Create(given.GetBoolean()), null)
            : (null, "Say true or false.");

    private static (JsonNode? Kept, string? Wrong) Options(CustomField field, JsonElement given, JsonNode? present)
    {
        if (
            given.ValueKind != JsonValueKind.Array
            || given.GetArrayLength() > CustomField.MostOptions
            || given.EnumerateArray().Any(item => item.ValueKind != JsonValueKind.String)
        )
        {
            return (null, $"{field.Label} is a list of options.");
        }

        var held = Held(present);
        var chosen = given.EnumerateArray().Select(item => item.GetString()!).ToHashSet(StringComparer.Ordinal);
        if (!chosen.All(id => MayHold(field, id, held)))
        {
            return (null, $"{field.Label} has no such option.");
        }

        JsonNode[] kept =
        [
            .. field.Options.Where(option => chosen.Contains(option.Id)).Select(option => JsonValue.Create(option.Id)),
        ];
        return kept.Length == 0 ? (null, null) : (new JsonArray(kept), null);
    }

    // An archived one is not chosen anew, and stays where it is.
    private static bool MayHold(CustomField field, string id, HashSet<string> held) =>
        field.Option(id) is { } option && (!option.Archived || held.Contains(id));

    private static HashSet<string> Held(JsonNode? present) =>
        present switch
        {
            JsonArray list => [.. list.Select(item => item!.GetValue<string>())],
            JsonValue value when value.TryGetValue<string>(out var id) => [id],
            _ => [],
        };

    private static bool IsLink(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && !text.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter));
}
