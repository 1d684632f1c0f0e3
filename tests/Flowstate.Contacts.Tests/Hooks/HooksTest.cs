using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Flowstate.Contacts.Tests.Features;

namespace Flowstate.Contacts.Tests.Hooks;

/// <summary>A sender with a secret, who signs as the standard says; written apart from the code that verifies.</summary>
public abstract class HooksTest(ContactsTest.Server server) : ContactsTest(server)
{
    protected sealed record Sender(Guid Id, string Source, string Secret);

    protected async Task<Sender> Source(object? body = null)
    {
        var made = await Post("/hook-sources", body ?? new { name = "ManyChat" });
        return new Sender(
            made.GetProperty("id").GetGuid(),
            made.GetProperty("source").GetString()!,
            made.GetProperty("secret").GetString()!
        );
    }

    protected static string Sign(string secret, string id, string timestamp, string body) =>
        "v1,"
        + Convert.ToBase64String(
            HMACSHA256.HashData(
                Convert.FromBase64String(secret["whsec_".Length..]),
                Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}")
            )
        );

    protected static HttpRequestMessage Delivery(
        string path,
        string body,
        string id,
        string timestamp,
        string signature
    ) =>
        new(HttpMethod.Post, $"{Root}/hooks/{path}")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
            Headers =
            {
                { "webhook-id", id },
                { "webhook-timestamp", timestamp },
                { "webhook-signature", signature },
            },
        };

    protected string Time(TimeSpan off = default) =>
        (Now + off).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    protected async Task<HttpResponseMessage> Send(
        Sender sender,
        string path,
        object body,
        string? id = null,
        TimeSpan off = default
    )
    {
        var (text, delivery, time) = (
            JsonSerializer.Serialize(body),
            id ?? $"msg_{Guid.CreateVersion7():N}",
            Time(off)
        );
        using var client = Harness.Anonymous();
        using var request = Delivery(
            $"{path}/{sender.Source}",
            text,
            delivery,
            time,
            Sign(sender.Secret, delivery, time, text)
        );
        return await client.SendAsync(request, Ct);
    }

    protected async Task<JsonElement> Sent(Sender sender, string path, object body, string? id = null)
    {
        using var response = await Send(sender, path, body, id);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, answer.ToString());
        return answer.GetProperty("data");
    }

    protected async Task<int> Facts(Guid contact) =>
        (await Get($"/{contact}/timeline"))
            .EnumerateArray()
            .Count(entry => entry.GetProperty("kind").GetString() == "fact");

    protected Task<long> Rows(string table) =>
        Harness.Scalar<long>($"select count(*) from contacts.{table} where workspace_id = '{Me.WorkspaceId}'");
}
