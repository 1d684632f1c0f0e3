using Flowstate.Identity.Domain;
using Flowstate.Identity.Security;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using Microsoft.AspNetCore.Http;

namespace Flowstate.Identity.Features.Sessions;

/// <summary>The refresh token's way to the browser and back: out of reach of scripts, other sites and other paths.</summary>
internal sealed class RefreshCookie(IHttpContextAccessor accessor, KnownDevice device)
{
    private static readonly SecretCookie Cookie = new("flowstate_refresh", "/api/v1/identity");

    private HttpContext Http => accessor.HttpContext!;

    public string? Presented => Cookie.Read(Http);

    /// <summary>Sets the cookie of an opened session and gives on what goes into the body.</summary>
    public Result<SignedIn> Hand(Result<OpenedSession> opened) =>
        opened.Then(session =>
        {
            Cookie.Write(Http, session.Refresh, RefreshToken.Lifetime);
            device.Remember(session.Whose);
            return session.SignedIn;
        });

    public void Drop() => Cookie.Drop(Http);
}
