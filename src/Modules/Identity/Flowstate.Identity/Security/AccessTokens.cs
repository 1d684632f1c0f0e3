using Flowstate.Identity.Domain;
using Flowstate.Identity.Features.Profile;
using Flowstate.Shared.Identity;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Flowstate.Identity.Security;

/// <summary>Issues the ES256 token that every module verifies by public key alone.</summary>
internal sealed class AccessTokens(TokenKeys keys, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private static readonly JsonWebTokenHandler Handler = new();

    /// <exception cref="InvalidOperationException">This service holds the public half of the key only.</exception>
    public string Issue(Me me, Session session)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return Handler.CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = TokenKeys.Issuer,
                Audience = TokenKeys.Issuer,
                IssuedAt = now,
                NotBefore = now,
                Expires = now + Lifetime,
                SigningCredentials =
                    keys.Signing ?? throw new InvalidOperationException("Identity needs Auth:SigningKeyFile."),
                Claims = new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["jti"] = Guid.CreateVersion7().ToString(),
                    ["sid"] = session.Id.ToString(),
                    ["amr"] = session.Methods,
                    ["sub"] = me.Id.ToString(),
                    ["ws"] = me.Workspace.Id.ToString(),
                    ["name"] = me.Name,
                    ["role"] = me.Role,
                    ["tz"] = me.TimeZone,
                    [PermissionExtensions.ClaimType] = me.Permissions,
                },
            }
        );
    }
}
