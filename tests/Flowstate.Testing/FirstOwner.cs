using System.Net;
using System.Net.Http.Json;

namespace Flowstate.Testing;

/// <summary>Whoever founds the first workspace of a deployment that nobody has been to.</summary>
public static class FirstOwner
{
    /// <summary>The body of the first start.</summary>
    public static object Founding { get; } = new
    {
        workspaceName = "Northern Lights",
        name = "Ana Lindqvist",
        email = "ana@example.com",
        password = "a long enough sentence",
        timeZone = "Europe/Oslo",
        country = "NO",
    };

    /// <returns>The owner's access token.</returns>
    public static async Task<string> SetUp(this HttpClient client) =>
        (await client.PostAsJsonAsync("/api/v1/identity/setup", Founding).Json(HttpStatusCode.Created))
            .GetProperty("data")
            .GetProperty("accessToken")
            .GetString()!;
}
