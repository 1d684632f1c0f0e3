using System.Net;
using System.Net.Http.Json;
using Flowstate.Testing;

namespace Flowstate.Host.Tests;

internal static class FirstOwner
{
    /// <summary>Founds the first workspace of a host that nobody has been to.</summary>
    /// <returns>Its owner's access token.</returns>
    public static async Task<string> SetUp(this HttpClient client) => (
            await client
                .PostAsJsonAsync(
                    "/api/v1/identity/setup",
                    new
                    {
                        workspaceName = "Northern Lights",
                        name = "Ana Lindqvist",
                        email = "ana@example.com",
                        password = "a long enough sentence",
                        timeZone = "Europe/Oslo",
                        country = "NO",
                    }
                )
                .Json(HttpStatusCode.Created)
        ).GetProperty("data").GetProperty("accessToken").GetString()!;
}
