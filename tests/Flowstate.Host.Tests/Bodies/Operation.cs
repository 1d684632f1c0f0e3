using System.Text.Json;

namespace Flowstate.Host.Tests.Bodies;

/// <summary>A write of the API as its OpenAPI document describes it: where it is, and what its body's members are.</summary>
internal sealed record Operation(string Method, string Path, IReadOnlyList<(string Name, string Type)> Members)
{
    private static readonly string[] Writes = ["post", "put", "patch"];

    public static List<Operation> Read(JsonElement document) =>
        [
            .. document
                .GetProperty("paths")
                .EnumerateObject()
                .SelectMany(path =>
                    path.Value.EnumerateObject()
                        .Where(operation => Writes.Contains(operation.Name))
                        .Select(operation => new Operation(
                            operation.Name.ToUpperInvariant(),
                            path.Name,
                            [.. MembersOf(document, operation.Value)]
                        ))
                ),
        ];

    private static IEnumerable<(string, string)> MembersOf(JsonElement document, JsonElement operation)
    {
        if (
            !operation.TryGetProperty("requestBody", out var body)
            || !body.GetProperty("content").TryGetProperty("application/json", out var json)
            || !Resolve(document, json.GetProperty("schema")).TryGetProperty("properties", out var properties)
        )
        {
            return [];
        }

        return properties.EnumerateObject().Select(property => (property.Name, TypeOf(document, property.Value)));
    }

    private static JsonElement Resolve(JsonElement document, JsonElement schema)
    {
        if (schema.TryGetProperty("oneOf", out var either))
        {
            schema = either.EnumerateArray().Last();
        }

        return schema.TryGetProperty("$ref", out var reference)
            ? document
                .GetProperty("components")
                .GetProperty("schemas")
                .GetProperty(reference.GetString()!.Split('/')[^1])
            : schema;
    }

    private static string TypeOf(JsonElement document, JsonElement schema) =>
        Resolve(document, schema).TryGetProperty("type", out var type)
            ? type.ValueKind == JsonValueKind.Array
                ? type.EnumerateArray().Select(one => one.GetString()!).First(one => one != "null")
                : type.GetString()!
            : "string";
}
