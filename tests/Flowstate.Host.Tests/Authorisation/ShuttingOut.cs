using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Flowstate.Testing;

namespace Flowstate.Host.Tests.Authorisation;

/// <summary>Who could do much a moment ago: each is seen to get in before it is shut out.</summary>
internal static class ShuttingOut
{
    private const string Root = "/api/v1/identity";

    /// <returns>The access token of one of the demo's team.</returns>
    public static async Task<string> SignIn(this HttpClient client, string login)
    {
        var asked = new { email = $"{login}@nordlys.example", password = "demo-flowstate" };
        var signedIn = await client.PostAsJsonAsync($"{Root}/sign-in", asked).Data<JsonElement>();
        return signedIn.GetProperty("accessToken").GetString()!;
    }

    public static async Task<string> RevokeKeyOf(this HttpClient owner, HttpClient client)
    {
        var me = await owner.GetAsync($"{Root}/me").Data<JsonElement>();
        var scopes = me.GetProperty("permissions")
            .Deserialize<string[]>()!
            .Where(name => !name.StartsWith("platform.", StringComparison.Ordinal))
            .Except(["identity.manage", "identity.api-keys"]);
        var made = await owner
            .PostAsJsonAsync($"{Root}/api-keys", new { name = "Bookings", scopes })
            .Data<JsonElement>(HttpStatusCode.Created);
        var secret = made.GetProperty("secret").GetString()!;
        (await client.GetIn(secret)).ShouldBe(HttpStatusCode.OK);
        using var revoked = await owner.DeleteAsync($"{Root}/api-keys/{made.GetProperty("id").GetGuid()}");
        revoked.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        return secret;
    }

    public static async Task<string> Disable(this HttpClient owner, string login, HttpClient client)
    {
        var token = await client.SignIn(login);
        (await client.GetIn(token)).ShouldBe(HttpStatusCode.OK);
        var members = await owner.GetAsync($"{Root}/members").Data<JsonElement[]>();
        var member = members.Single(one => one.GetProperty("email").GetString() == $"{login}@nordlys.example");
        using var disabled = await owner.DeleteAsync($"{Root}/members/{member.GetProperty("id").GetGuid()}");
        disabled.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        return token;
    }

    private static async Task<HttpStatusCode> GetIn(this HttpClient client, string bearer)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/contacts");
        request.Headers.Authorization = new("Bearer", bearer);
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }
}
