using System.Net;

namespace Flowstate.Host.Tests.Http;

public sealed class CrossOriginTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    [Theory]
    [InlineData(HostFixture.Friend, true)]
    [InlineData("https://evil.example", false)]
    [InlineData("https://app.nordlys.example.evil.example", false)]
    [InlineData("http://app.nordlys.example", false)]
    [InlineData("https://app.nordlys.example:8443", false)]
    [InlineData("null", false)]
    public async Task Only_a_listed_origin_may_read_an_answer(string origin, bool allowed)
    {
        using var client = fixture.Host.Client();
        foreach (var (method, address) in new[] { ("GET", "/api/v1/contacts"), ("OPTIONS", "/api/v1/contacts") })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), address);
            request.Headers.Add("Origin", origin);
            request.Headers.Add("Access-Control-Request-Method", "POST");
            using var answer = await client.SendAsync(request);

            answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var told);
            (told?.Single()).ShouldBe(allowed ? origin : null);
            answer.Headers.Contains("Access-Control-Allow-Credentials").ShouldBeFalse();
        }
    }

    // 401 is past the gate: nobody signed in.
    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("own", HttpStatusCode.Unauthorized)]
    [InlineData(HostFixture.Friend, HttpStatusCode.Unauthorized)]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("http://127.0.0.1:1", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    public async Task Only_an_own_or_listed_page_may_open_the_live_connection(string? origin, HttpStatusCode expected)
    {
        using var client = fixture.Host.Client();
        foreach (var (method, address) in new[] { ("GET", "/hubs/live"), ("POST", "/HUBS/live/negotiate") })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), address);
            if (origin is not null)
            {
                request.Headers.Add(
                    "Origin",
                    origin == "own" ? fixture.Host.Address.GetLeftPart(UriPartial.Authority) : origin
                );
            }

            using var answer = await client.SendAsync(request);

            answer.StatusCode.ShouldBe(expected, address);
        }
    }

    [Theory]
    [InlineData("*")]
    [InlineData("https://*.nordlys.example")]
    [InlineData("https://app.nordlys.example/")]
    [InlineData("app.nordlys.example")]
    public async Task What_is_no_exact_origin_stops_the_start(string origin)
    {
        var (code, output) = await RunningHost.Refused($"--Cors:Origins:0={origin}");

        code.ShouldNotBe(0);
        output.ShouldContain("is no origin");
    }

    [Fact]
    public async Task Nobody_else_is_told_anything_without_a_list()
    {
        await using var host = await RunningHost.Start();
        using var client = host.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        request.Headers.Add("Origin", HostFixture.Friend);
        using var answer = await client.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }
}
