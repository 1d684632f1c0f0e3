using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Flowstate.Host.Tests.Authorisation;

/// <summary>An operation of the OpenAPI document: what it says of itself is what is asked of it.</summary>
/// <param name="Permission">Null where a token is enough, or none is wanted.</param>
/// <param name="Open">Wants no token.</param>
/// <param name="Upload">Wants a form with a file.</param>
/// <param name="Query">The names of what may stand behind the question mark.</param>
internal sealed partial record Operation(
    string Method,
    string Path,
    string? Permission,
    bool Open,
    bool Upload,
    JsonElement Body,
    IReadOnlyList<string> Query
)
{
    private static readonly string[] Verbs = ["get", "post", "put", "patch", "delete"];

    /// <summary>The names in the path, with the segment before each: what it is the id of.</summary>
    public IEnumerable<(string Parent, string Name)> Parameters =>
        InPath().Matches(Path).Select(match => (match.Groups["parent"].Value, match.Groups["name"].Value));

    public static List<Operation> Of(JsonElement document) =>
        [
            .. from path in document.GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            where Verbs.Contains(operation.Name)
            select new Operation(
                operation.Name.ToUpperInvariant(),
                path.Name,
                operation.Value.TryGetProperty("description", out var text)
                && Required().Match(text.GetString()!) is { Success: true } match
                    ? match.Groups["permission"].Value
                    : null,
                !operation.Value.TryGetProperty("security", out _),
                operation.Value.TryGetProperty("requestBody", out var form)
                    && form.GetProperty("content").TryGetProperty("multipart/form-data", out _),
                operation.Value.TryGetProperty("requestBody", out var body)
                && body.GetProperty("content").TryGetProperty("application/json", out var json)
                    ? Resolve(document, json.GetProperty("schema"))
                    : default,
                [
                    .. (operation.Value.TryGetProperty("parameters", out var all) ? all.EnumerateArray().ToList() : [])
                        .Where(one => one.GetProperty("in").GetString() == "query")
                        .Select(one => one.GetProperty("name").GetString()!),
                ]
            ),
        ];

    /// <summary>A request with ids that are there and a body of the right shape: nothing but the caller is wrong.</summary>
    public HttpRequestMessage Request(JsonElement document, Func<string, string, string> id)
    {
        var path = Parameters.Aggregate(
            Path,
            (address, parameter) =>
                address.Replace($"{{{parameter.Name}}}", id(parameter.Parent, parameter.Name), StringComparison.Ordinal)
        );
        var request = new HttpRequestMessage(new HttpMethod(Method), path);
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        request.Headers.Add("X-Flowstate", "1");
        if (Upload)
        {
            request.Content = new MultipartFormDataContent { { new StringContent("Name\nAna"), "file", "people.csv" } };
        }
        else if (Method is not ("GET" or "DELETE") || Body.ValueKind == JsonValueKind.Object)
        {
            request.Content = JsonContent.Create(
                Body.ValueKind == JsonValueKind.Object ? Example(document, Body, 0) : new JsonObject()
            );
        }

        return request;
    }

    public override string ToString() => $"{Method} {Path}";

    private static JsonNode? Example(JsonElement document, JsonElement schema, int depth)
    {
        schema = Resolve(document, schema);
        if (depth > 6)
        {
            return null;
        }

        if (schema.TryGetProperty("enum", out var values))
        {
            return JsonNode.Parse(values[0].GetRawText());
        }

        return TypeOf(schema) switch
        {
            "object" => new JsonObject(
                (
                    schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().ToList() : []
                ).Select(property => KeyValuePair.Create(property.Name, Example(document, property.Value, depth + 1)))
            ),
            "array" => new JsonArray(Example(document, schema.GetProperty("items"), depth + 1)),
            "integer" or "number" => 1,
            "boolean" => true,
            "string" => (schema.TryGetProperty("format", out var format) ? format.GetString() : null) switch
            {
                "uuid" => Guid.CreateVersion7().ToString(),
                "date-time" => "2026-01-02T03:04:05Z",
                "date" => "2026-01-02",
                _ => "Ana",
            },
            _ => null,
        };
    }

    private static string? TypeOf(JsonElement schema) =>
        !schema.TryGetProperty("type", out var type) ? null
        : type.ValueKind == JsonValueKind.String ? type.GetString()
        : type.EnumerateArray().Select(one => one.GetString()).First(one => one != "null");

    private static JsonElement Resolve(JsonElement document, JsonElement schema)
    {
        foreach (var choice in new[] { "oneOf", "anyOf" })
        {
            if (schema.TryGetProperty(choice, out var choices))
            {
                schema = choices.EnumerateArray().First(one => one.TryGetProperty("$ref", out _));
            }
        }

        return schema.TryGetProperty("$ref", out var reference)
            ? document
                .GetProperty("components")
                .GetProperty("schemas")
                .GetProperty(reference.GetString()!.Split('/')[^1])
            : schema;
    }

    [GeneratedRegex("(?<parent>[a-z-]*)/\\{(?<name>[A-Za-z]+)\\}", RegexOptions.None, 1000)]
    private static partial Regex InPath();

    [GeneratedRegex("Requires (?<permission>[a-z.-]+)\\.", RegexOptions.None, 1000)]
    private static partial Regex Required();
}
