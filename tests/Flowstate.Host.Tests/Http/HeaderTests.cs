using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Flowstate.Host.Tests.Http;

public sealed partial class HeaderTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    public static TheoryData<string> Addresses =>
        [
            "/",
            "/contacts/7",
            "/api/v1/contacts",
            "/api/v1/nothing",
            "/health/live",
            "/openapi/v1.json",
            "/jobs",
            "/docs/",
        ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_answer_carries_the_rules_for_browsers(string address)
    {
        using var client = fixture.Host.Client();
        using var answer = await client.GetAsync(address);

        Header(answer, "X-Content-Type-Options").ShouldBe("nosniff");
        Header(answer, "X-Frame-Options").ShouldBe("DENY");
        Header(answer, "Referrer-Policy").ShouldBe("no-referrer");
        Header(answer, "Permissions-Policy").ShouldContain("geolocation=()");
        Header(answer, "Cross-Origin-Opener-Policy").ShouldBe("same-origin");
        Header(answer, "Cross-Origin-Resource-Policy").ShouldBe("same-origin");
        var policy = Header(answer, "Content-Security-Policy");
        policy.ShouldStartWith("default-src 'none'; script-src 'self'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldContain("base-uri 'none'");
        policy.ShouldNotContain("unsafe-eval");
        Directive(policy, "script-src").ShouldNotContain("unsafe-inline");
        answer.Headers.Server.ShouldBeEmpty();
        if (address is not ("/docs/" or "/jobs"))
        {
            policy.ShouldNotContain("unsafe");
        }
    }

    // What clears the headers of an answer must not clear these.
    [Fact]
    public async Task An_answer_made_of_an_exception_carries_them_too()
    {
        using var client = fixture.Host.Client();
        using var answer = await client.PostAsync(
            "/api/v1/identity/sign-in",
            Json($"\"{new string('x', 1_100_000)}\"")
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        Header(answer, "Content-Security-Policy").ShouldNotContain("unsafe");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task The_reference_may_run_the_script_it_came_with_and_no_other()
    {
        using var client = fixture.Host.Client();
        using var answer = await client.GetAsync("/docs/");
        var html = await answer.Content.ReadAsStringAsync();

        var inline = Inline().Matches(html).Select(match => match.Groups["code"].Value).ToList();
        inline.ShouldHaveSingleItem();
        var hash = Convert.ToBase64String(
            SHA256.HashData(Encoding.UTF8.GetBytes(inline[0].Replace("\r\n", "\n", StringComparison.Ordinal)))
        );
        Directive(Header(answer, "Content-Security-Policy"), "script-src")
            .ShouldBe($"script-src 'self' 'sha256-{hash}'");
        (await client.GetAsync("/docs/scalar.js")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Https_is_remembered_for_a_year()
    {
        using var client = fixture.Host.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        request.Headers.Host = "flowstate.example";
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var answer = await client.SendAsync(request);

        Header(answer, "Strict-Transport-Security").ShouldBe("max-age=31536000; includeSubDomains");
        (await client.GetAsync("/health/live")).Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
    }

    [Theory]
    [InlineData("flowstate.example", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    public async Task A_host_name_that_is_not_ours_is_refused(string name, HttpStatusCode expected)
    {
        using var client = fixture.Host.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        request.Headers.Host = name;

        (await client.SendAsync(request)).StatusCode.ShouldBe(expected);
    }

    private static string Header(HttpResponseMessage answer, string name) => answer.Headers.GetValues(name).Single();

    private static string Directive(string policy, string name) =>
        policy.Split("; ").Single(part => part.StartsWith(name + " ", StringComparison.Ordinal));

    private static StringContent Json(string text) => new(text, new MediaTypeHeaderValue("application/json"));

    [GeneratedRegex("<script(?![^>]*src=)[^>]*>(?<code>.*?)</script>", RegexOptions.Singleline, 1000)]
    private static partial Regex Inline();
}
