using System.Net;
using Flowstate.Testing;

namespace Flowstate.Identity.Tests.Features;

/// <summary>A cookie that signs in says by its name that it came over TLS.</summary>
public sealed class SecretCookieTests
{
    [Fact]
    public async Task Behind_a_proxy_that_ends_TLS_the_cookie_can_be_forced_to_be_secure()
    {
        await using var host = await ModuleHarness<IdentityModule>.Start(builder =>
            builder.Configuration["Identity:SecureCookies"] = "true"
        );
        var visitor = new Visitor(host.Address);

        await visitor.Post("setup", IdentityTest.Setup).Json(HttpStatusCode.Created);

        visitor.SetCookie!.ShouldContain("; secure", Case.Insensitive);
        // A browser believes this name only of a cookie that came over TLS; without it the cookie is nobody's.
        visitor.SetCookie!.ShouldStartWith("__Secure-flowstate_refresh=");
        await visitor.Post("refresh").Json();
        visitor.UnderItsPlainName();
        await visitor.Post("refresh").Problem(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_job_dashboard_s_cookie_is_as_secure()
    {
        await using var host = await ModuleHarness<IdentityModule>.Start(builder =>
            builder.Configuration["Identity:SecureCookies"] = "true"
        );
        var visitor = new Visitor(host.Address);
        await visitor.Post("setup", IdentityTest.Setup).Json(HttpStatusCode.Created);

        await visitor.Post("../platform/jobs-session");

        visitor.SetCookie!.ShouldStartWith("__Secure-flowstate_jobs=");
        visitor.SetCookie!.ShouldContain("; secure", Case.Insensitive);
        (await Dashboard("__Secure-flowstate_jobs")).ShouldBe(HttpStatusCode.OK);
        (await Dashboard("flowstate_jobs")).ShouldBe(HttpStatusCode.Unauthorized);

        async Task<HttpStatusCode> Dashboard(string name)
        {
            using var http = new HttpClient(new HttpClientHandler { UseCookies = false });
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Address, "/jobs"));
            request.Headers.Add("Cookie", $"{name}={visitor.AccessToken}");
            using var answer = await http.SendAsync(request);
            return answer.StatusCode;
        }
    }
}
