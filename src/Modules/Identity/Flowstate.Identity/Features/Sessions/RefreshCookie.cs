using Flowstate.Identity.Domain;
using Flowstate.Identity.Security;
using Flowstate.Shared.Slices;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Flowstate.Identity.Features.Sessions;

/// <summary>The refresh token's way to the browser and back: out of reach of scripts, other sites and other paths.</summary>
internal sealed class RefreshCookie(IHttpContextAccessor accessor, IOptions<SignInOptions> options)
{
    public const string Name = "flowstate_refresh";

    private HttpContext Http => accessor.HttpContext!;

    public string? Presented => Http.Request.Cookies[Name];

    /// <summary>Sets the cookie of an opened session and gives on what goes into the body.</summary>
    public Result<SignedIn> Hand(Result<OpenedSession> opened) =>
        opened.Then(session =>
        {
            Http.Response.Cookies.Append(Name, session.Refresh, Shape(RefreshToken.Lifetime));
            return session.SignedIn;
        });

    public void Drop() => Http.Response.Cookies.Delete(Name, Shape(null));

    private CookieOptions Shape(TimeSpan? age) =>
        new()
        {
            HttpOnly = true,
            Secure = options.Value.SecureCookies || Http.Request.IsHttps,
            SameSite = SameSiteMode.Strict,
            Path = "/api/v1/identity",
            MaxAge = age,
        };
}
