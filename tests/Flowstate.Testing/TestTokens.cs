using System.Net.Http.Headers;
using Flowstate.Shared.Identity;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Flowstate.Testing;

/// <summary>A person in a workspace, as a module's test needs one: whom the token names and what it allows.</summary>
public sealed record TestMember(Guid WorkspaceId, Guid Id, string Role = "owner", string Name = "Ana Lindqvist")
{
    public string TimeZone { get; init; } = "Europe/Oslo";

    /// <summary>Null: everything that the loaded modules declare.</summary>
    public string[]? Permissions { get; init; }

    public static TestMember New(string role = "owner") => new(Guid.CreateVersion7(), Guid.CreateVersion7(), role);

    /// <summary>The API key that asks in the member's name.</summary>
    public Guid? Key { get; init; }

    /// <summary>Somebody else in the same workspace.</summary>
    public TestMember Colleague(string role = "rep", string name = "Tom Berg") =>
        new(WorkspaceId, Guid.CreateVersion7(), role, name);
}

public static class TestTokens
{
    /// <summary>A real ES256 access token, signed with the host's own key.</summary>
    public static string Issue(
        TestMember member,
        TokenKeys keys,
        IEnumerable<string> permissions,
        DateTime? expires = null
    ) =>
        new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = TokenKeys.Issuer,
                Audience = TokenKeys.Issuer,
                NotBefore = expires?.AddMinutes(-30),
                IssuedAt = expires?.AddMinutes(-30),
                Expires = expires ?? TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(15),
                SigningCredentials = keys.Signing,
                Claims = new Dictionary<string, object>(
                    member.Key is { } key ? [new("key", key.ToString())] : Array.Empty<KeyValuePair<string, object>>()
                )
                {
                    ["sub"] = member.Id.ToString(),
                    ["ws"] = member.WorkspaceId.ToString(),
                    ["name"] = member.Name,
                    ["role"] = member.Role,
                    ["tz"] = member.TimeZone,
                    ["perm"] = permissions.ToArray(),
                },
            }
        );

    public static HttpClient WithToken(this HttpClient client, string token)
    {
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}
