using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Flowstate.Identity.Security;

/// <summary>
/// Which pages may use a passkey of ours. The default of the handler compares what the browser signed with a header that the
/// caller chooses; here it is compared with the domain the keys are made for.
/// </summary>
internal sealed class PasskeyOrigin(IOptions<SignInOptions> signIn) : IConfigureOptions<IdentityPasskeyOptions>
{
    public void Configure(IdentityPasskeyOptions options)
    {
        options.ServerDomain = signIn.Value.PasskeyDomain is { Length: > 0 } domain ? domain : null;
        // A finger, a face or a PIN, each time: that is what makes it two factors.
        options.UserVerificationRequirement = "required";
        // The device keeps whose key it is, so that nobody types an address to sign in.
        options.ResidentKeyRequirement = "required";
        options.ValidateOrigin = asked =>
            ValueTask.FromResult(
                !asked.CrossOrigin && IsOurs(asked.Origin, options.ServerDomain ?? HostOf(asked.HttpContext))
            );
    }

    private static bool IsOurs(string origin, string domain) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var page)
        && (page.Scheme == Uri.UriSchemeHttps || (page.Scheme == Uri.UriSchemeHttp && IsThisMachine(page)))
        && (
            string.Equals(page.Host, domain, StringComparison.OrdinalIgnoreCase)
            || page.Host.EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase)
        );

    // Browsers allow passkeys without TLS here only.
    private static bool IsThisMachine(Uri page) =>
        page.Host == "localhost" || (IPAddress.TryParse(page.Host, out var address) && IPAddress.IsLoopback(address));

    private static string HostOf(HttpContext http) => http.Request.Host.Host;
}
