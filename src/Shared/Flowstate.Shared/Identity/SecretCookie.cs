using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Shared.Identity;

/// <summary>
/// A cookie that is a secret: for one path, out of reach of scripts and other sites. Over TLS its name says so, and a browser
/// then takes a cookie of that name from nobody who speaks plain http. (<c>__Host-</c> would open it to every path.)
/// </summary>
public sealed record SecretCookie(string Name, string Path)
{
    /// <summary>Null where none came under the name that it would be given now.</summary>
    public string? Read(HttpContext http) => http.Request.Cookies[NameFor(http)];

    public void Write(HttpContext http, string value, TimeSpan age) =>
        http.Response.Cookies.Append(NameFor(http), value, Shape(http, age));

    public void Drop(HttpContext http) => http.Response.Cookies.Delete(NameFor(http), Shape(http, null));

    private string NameFor(HttpContext http) => IsSecure(http) ? $"__Secure-{Name}" : Name;

    // TLS may end before this process.
    private static bool IsSecure(HttpContext http) =>
        http.Request.IsHttps
        || http.RequestServices.GetRequiredService<IConfiguration>().GetValue<bool>("Identity:SecureCookies");

    private CookieOptions Shape(HttpContext http, TimeSpan? age) =>
        new()
        {
            HttpOnly = true,
            Secure = IsSecure(http),
            SameSite = SameSiteMode.Strict,
            Path = Path,
            MaxAge = age,
        };
}
