using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Flowstate.Identity.Tests;

/// <summary>A browser as far as Identity sees one: it keeps the refresh cookie and the last access token.</summary>
internal sealed class Visitor(Uri address)
{
    private const string CookieName = "flowstate_refresh";

    private const string DeviceName = "flowstate_device=";

    private string _cookieName = CookieName;

    // Cookies by hand: the tests present old ones on purpose.
    private static readonly HttpClient Http = new(new HttpClientHandler { UseCookies = false });

    private readonly Uri _base = new(address, "/api/v1/identity/");

    /// <summary>The cookie's value, or null.</summary>
    public string? Refresh { get; set; }

    public string? AccessToken { get; set; }

    /// <summary>What says that this browser was signed in before; null in a fresh one.</summary>
    public string? Device { get; set; }

    /// <summary>The Set-Cookie line of the last answer that signs in or out, or null.</summary>
    public string? SetCookie { get; private set; }

    public void UnderItsPlainName() => _cookieName = CookieName;

    public Visitor WithCookieOf(Visitor other)
    {
        Refresh = other.Refresh;
        return this;
    }

    public Task<HttpResponseMessage> Get(string path) => Send(HttpMethod.Get, path, null);

    public Task<HttpResponseMessage> Post(string path, object? body = null, bool header = true) =>
        Send(HttpMethod.Post, path, body, header: header);

    public Task<HttpResponseMessage> Put(string path, object body, string? ifMatch = null) =>
        Send(HttpMethod.Put, path, body, ifMatch);

    public Task<HttpResponseMessage> Patch(string path, object body, string? ifMatch = null) =>
        Send(HttpMethod.Patch, path, body, ifMatch);

    public Task<HttpResponseMessage> Delete(string path, object? body = null) => Send(HttpMethod.Delete, path, body);

    public Task<HttpResponseMessage> SignIn(string email, string password) => Post("sign-in", new { email, password });

    private async Task<HttpResponseMessage> Send(
        HttpMethod method,
        string path,
        object? body,
        string? ifMatch = null,
        bool header = true
    )
    {
        using var request = new HttpRequestMessage(method, new Uri(_base, path));
        request.Content = body is null ? null : JsonContent.Create(body);
        Add(header ? "1" : null, "X-Flowstate");
        Add(ifMatch, "If-Match");
        string?[] cookies = [Refresh is null ? null : $"{_cookieName}={Refresh}", Device];
        Add(cookies.Any(cookie => cookie is not null) ? string.Join("; ", cookies.OfType<string>()) : null, "Cookie");
        request.Headers.Authorization = AccessToken is null
            ? null
            : new AuthenticationHeaderValue("Bearer", AccessToken);
        var response = await Http.SendAsync(request);
        await Keep(response);
        return response;

        void Add(string? value, string name)
        {
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }

    private async Task Keep(HttpResponseMessage response)
    {
        var lines = response.Headers.TryGetValues("Set-Cookie", out var set) ? set.ToList() : [];
        Device = lines.Find(line => line.StartsWith(DeviceName, StringComparison.Ordinal))?.Split(';')[0] ?? Device;
        SetCookie = lines.SingleOrDefault(line => !line.Contains(DeviceName, StringComparison.Ordinal));
        if (SetCookie?.Split('=', 2) is [var name, var rest] && name.EndsWith(CookieName, StringComparison.Ordinal))
        {
            var value = rest[..rest.IndexOf(';', StringComparison.Ordinal)];
            (_cookieName, Refresh) = (name, value.Length == 0 ? null : value);
        }

        if (response.IsSuccessStatusCode && response.Content.Headers.ContentType?.MediaType == "application/json")
        {
            // As a string, which leaves the body to be read once more.
            using var envelope = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            var data = envelope.RootElement.GetProperty("data");
            if (data.ValueKind == JsonValueKind.Object && data.TryGetProperty("accessToken", out var token))
            {
                AccessToken = token.GetString();
            }
        }
    }
}
