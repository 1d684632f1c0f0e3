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
