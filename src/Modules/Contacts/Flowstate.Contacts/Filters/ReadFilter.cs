using System.Text.Json;
using Flowstate.Shared.Slices;

namespace Flowstate.Contacts.Filters;

/// <summary>
/// Reads a filter's JSON: groups at most three deep, at most 30 conditions. What cannot be read is 400
/// <c>contacts.filter-invalid</c>, with the number of the <c>condition</c> where it is one's fault.
/// </summary>
internal sealed class ReadFilter
{
    public const int Deepest = 3;
    public const int MostConditions = 30;
    public const int LongestText = 10_000;

    private int _conditions;
    private Error? _error;

    private ReadFilter() { }

    public static Result<FilterGroup> From(string json)
    {
        try
        {
            // Deep enough for every tree that is allowed, and for the list in a condition.
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 16 });
            var reader = new ReadFilter();
            var root = reader.Group(document.RootElement, 1);
            return reader._error is { } error ? error : root!;
        }
        // The second is half of a character that takes two.
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return Invalid("The filter is not JSON that can be read.");
        }
    }

    public static Error Invalid(string sentence, int? condition = null)
    {
        var error = new Error(
            ErrorKind.Invalid,
            "contacts.filter-invalid",
            condition is null ? sentence : $"Condition {condition}: {sentence}"
        );
        return condition is null ? error : error.With("condition", condition);
    }

    private FilterGroup? Group(JsonElement node, int depth)
    {
        if (depth > Deepest)
        {
            return Fail<FilterGroup>(Invalid($"Groups are at most {Deepest} deep."));
        }

        if (node.ValueKind == JsonValueKind.Object && node.EnumerateObject().Count() == 1)
        {
            var only = node.EnumerateObject().First();
            if (only.Name is "all" or "any" && only.Value.ValueKind == JsonValueKind.Array)
            {
                List<FilterNode> parts = [];
                foreach (var part in only.Value.EnumerateArray())
                {
                    if (Part(part, depth) is not { } read)
                    {
                        return null;
                    }

                    parts.Add(read);
                }

                return new FilterGroup(only.Name == "all", parts);
            }
        }

        return Fail<FilterGroup>(Invalid("A group is {\"all\": [...]} or {\"any\": [...]}."));
    }

    private FilterNode? Part(JsonElement node, int depth)
    {
        var isCondition = node.ValueKind == JsonValueKind.Object && node.TryGetProperty("field", out _);
        return isCondition ? Condition(node) : Group(node, depth + 1);
    }

    private FilterCondition? Condition(JsonElement node)
    {
        var number = ++_conditions;
        if (number > MostConditions)
        {
            return Fail<FilterCondition>(Invalid($"A filter has at most {MostConditions} conditions."));
        }

        if (node.EnumerateObject().Any(member => member.Name is not ("field" or "op" or "value")))
        {
            return Fail<FilterCondition>(Invalid("it has field, op and value, nothing else.", number));
        }

        var field = node.GetProperty("field");
        var op =
            node.TryGetProperty("op", out var given) && given.ValueKind == JsonValueKind.String
                ? Code.Read<FilterOp>(given.GetString())
                : null;
        if (field.ValueKind != JsonValueKind.String)
        {
            return Fail<FilterCondition>(Invalid("the field is named by a text.", number));
        }

        if (op is null)
        {
            return Fail<FilterCondition>(
                Invalid($"there is no such op. Use one of: {string.Join(", ", Code.All<FilterOp>())}.", number)
            );
        }

        var value = node.TryGetProperty("value", out var compared) ? compared.Clone() : default;
        if (
            op is FilterOp.Empty or FilterOp.NotEmpty
            && value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null)
        )
        {
            return Fail<FilterCondition>(Invalid("empty and notEmpty take no value.", number));
        }

        ReadTexts(value);
        return new FilterCondition(number, field.GetString()!, op.Value, value);
    }

    // So that what cannot be read shows here and not where it is used.
    private static void ReadTexts(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            value.GetString();
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                ReadTexts(item);
            }
        }
    }

    private TNode? Fail<TNode>(Error error)
        where TNode : FilterNode
    {
        _error ??= error;
        return null;
    }
}
