using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Flowstate.Testing;

/// <summary>Reads the envelope and the problem document; a wrong status fails with the body in the message.</summary>
public static class HttpJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static async Task<T> Data<T>(
        this Task<HttpResponseMessage> sending,
        HttpStatusCode expected = HttpStatusCode.OK
    )
    {
        using var response = await sending;
        await Expect(response, expected);
        var envelope = await response.Content.ReadFromJsonAsync<JsonElement>(Options);
        return envelope.GetProperty("data").Deserialize<T>(Options)!;
    }

    /// <summary>The whole envelope: status, data, meta.</summary>
    public static async Task<JsonElement> Json(
        this Task<HttpResponseMessage> sending,
        HttpStatusCode expected = HttpStatusCode.OK
    )
    {
        using var response = await sending;
        await Expect(response, expected);
        return await response.Content.ReadFromJsonAsync<JsonElement>(Options);
    }

    /// <summary>The problem document; its status and media type are checked.</summary>
    public static async Task<JsonElement> Problem(this Task<HttpResponseMessage> sending, HttpStatusCode expected)
    {
        using var response = await sending;
        await Expect(response, expected);
        if (response.Content.Headers.ContentType?.MediaType != "application/problem+json")
        {
            throw new InvalidOperationException($"Not a problem document: {response.Content.Headers.ContentType}");
        }

        return await response.Content.ReadFromJsonAsync<JsonElement>(Options);
    }

    /// <summary>The stable code of the problem document.</summary>
    public static async Task<string> ProblemCode(this Task<HttpResponseMessage> sending, HttpStatusCode expected) =>
        (await sending.Problem(expected)).GetProperty("code").GetString()!;

    private static async Task Expect(HttpResponseMessage response, HttpStatusCode expected)
    {
        if (response.StatusCode != expected)
        {
            throw new InvalidOperationException(
                $"{response.RequestMessage?.Method} {response.RequestMessage?.RequestUri?.PathAndQuery}: expected {(int)expected}, got {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}"
            );
        }
    }
}
