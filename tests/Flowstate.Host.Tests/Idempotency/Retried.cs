using System.Net.Http.Json;

namespace Flowstate.Host.Tests.Idempotency;

/// <summary>Requests with a key, as a client that may have to send them again writes them.</summary>
internal static class Retried
{
    public static Task<HttpResponseMessage> Send(
        this HttpClient client,
        string key,
        object body,
        string path = "/api/v1/contacts",
        string? method = null
    )
    {
        var message = new HttpRequestMessage(new HttpMethod(method ?? "POST"), path)
        {
            Content = body as HttpContent ?? JsonContent.Create(body),
        };
        message.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return client.SendAsync(message);
    }

    /// <summary>Everything of an answer that a client could tell apart.</summary>
    public static async Task<(int Status, string Body, string? Location, string? ETag)> Whole(
        this HttpResponseMessage answer
    ) =>
        (
            (int)answer.StatusCode,
            await answer.Content.ReadAsStringAsync(),
            answer.Headers.Location?.ToString(),
            answer.Headers.ETag?.Tag
        );

    public static bool WasReplayed(this HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Idempotency-Replayed", out var values) && values.Single() == "true";
}
