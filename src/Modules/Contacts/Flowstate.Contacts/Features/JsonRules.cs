using System.Text.Json;
using FluentValidation;

namespace Flowstate.Contacts.Features;

/// <summary>What JSON of any shape has to be, so that it can be kept and shown again.</summary>
internal static class JsonRules
{
    private const int MostJson = 16_000;
    private const int Deepest = 16;

    public static IRuleBuilderOptions<T, JsonElement?> SmallJson<T>(this IRuleBuilder<T, JsonElement?> rule) =>
        rule.Must(Small).WithMessage("Too long, or nested too deeply.");

    private static bool Small(JsonElement? json) =>
        json is not { } element || (element.ReadableText() is { Length: <= MostJson } && IsShallow(element, Deepest));

    /// <summary>Null where there are bytes that are no UTF-8: the reader lets them pass in what it keeps as it came.</summary>
    public static string? ReadableText(this JsonElement element)
    {
        try
        {
            return element.GetRawText();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    // What is nested deeper is taken in by this reader, and refused by the writer of the timeline.
    private static bool IsShallow(JsonElement element, int levels) =>
        levels > 0
        && element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().All(member => IsShallow(member.Value, levels - 1)),
            JsonValueKind.Array => element.EnumerateArray().All(item => IsShallow(item, levels - 1)),
            _ => true,
        };
}
