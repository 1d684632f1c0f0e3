using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Modules;
using Flowstate.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Flowstate.Identity.Tests.Features;

public sealed class AccessTests : IdentityTest
{
    private const string Base = "/api/v1/identity";

    private static readonly (string Method, string Path, string? Permission)[] Closed =
    [
        ("GET", "me", null),
        ("PUT", "me", null),
        ("GET", "members", "identity.read"),
        ("PUT", "workspace", "identity.manage"),
    ];

    [Fact]
    public async Task Without_a_token_that_is_valid_now_nothing_is_told()
    {
        var member = await Member();
        var expired = Host.Token(member, TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-1));

        foreach (var (method, path, _) in Closed)
        {
            (await Send(null, method, path).ProblemCode(HttpStatusCode.Unauthorized)).ShouldBe("not-signed-in", path);
            (await Send(expired, method, path).ProblemCode(HttpStatusCode.Unauthorized)).ShouldBe(
                "not-signed-in",
                path
            );
        }
    }

    [Fact]
    public async Task Each_endpoint_asks_for_its_own_permission()
    {
        var member = await Member();
        var known = Host.Services.GetRequiredService<PermissionCatalog>().All.Select(permission => permission.Name);

        foreach (var (method, path, permission) in Closed)
        {
            if (permission is not null)
            {
                var others = member with { Permissions = [.. known.Where(name => name != permission)] };
                (await Send(Host.Token(others), method, path).ProblemCode(HttpStatusCode.Forbidden)).ShouldBe(
                    "forbidden",
                    path
                );
            }

            var exact = member with { Permissions = permission is null ? [] : [permission] };
            await Send(Host.Token(exact), method, path).Json();
        }
    }

    [Fact]
    public async Task A_token_without_a_signature_is_refused()
    {
        var member = await Member();
        var parts = Host.Token(member).Split('.');
        var none = Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""");

        await Send($"{none}.{parts[1]}.", "GET", "me").Problem(HttpStatusCode.Unauthorized);
        await Send($"{parts[0]}.{parts[1]}.", "GET", "me").Problem(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_whose_claims_were_changed_is_refused()
    {
        var member = await Member();
        var parts = Host.Token(member).Split('.');
        var claims = Base64UrlEncoder.Decode(parts[1]).Replace("\"role\":\"owner\"", "\"role\":\"admin\"");

        await Send($"{parts[0]}.{Base64UrlEncoder.Encode(claims)}.{parts[2]}", "GET", "me")
            .Problem(HttpStatusCode.Unauthorized);
    }

    // Its signature is checked once (VerifiedTokens); what was known then must end with it.
    [Fact]
    public async Task A_token_that_is_known_is_refused_once_it_has_ended()
    {
        var member = await Member();
        var token = Host.Token(member, TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(5));
        var parts = token.Split('.');
        await Send(token, "GET", "me").Json();
        await Send(token, "GET", "me").Json();

        await Send($"{parts[0]}.{parts[1]}.{parts[2][..^8]}AAAAAAAA", "GET", "me").Problem(HttpStatusCode.Unauthorized);

        // Five seconds, and the thirty that clocks may differ by.
        await Task.Delay(TimeSpan.FromSeconds(36), TestContext.Current.CancellationToken);
        await Send(token, "GET", "me").Problem(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_of_another_key_algorithm_audience_or_issuer_is_refused()
    {
        var member = await Member();
        var ours = Host.Services.GetRequiredService<TokenKeys>();
        using var foreign = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        // The classic confusion: our public key as the secret of an HMAC.
        var confused = new SymmetricSecurityKey(ours.Verification.ECDsa.ExportSubjectPublicKeyInfo());

        await Send(Token(ours.Signing!), "GET", "me").Json();
        string[] refused =
        [
            Token(new SigningCredentials(new ECDsaSecurityKey(foreign), SecurityAlgorithms.EcdsaSha256)),
            Token(new SigningCredentials(confused, SecurityAlgorithms.HmacSha256)),
            Token(ours.Signing!, audience: "elsewhere"),
            Token(ours.Signing!, issuer: "elsewhere"),
        ];

        foreach (var token in refused)
        {
            await Send(token, "GET", "me").Problem(HttpStatusCode.Unauthorized);
        }

        string Token(SigningCredentials key, string issuer = TokenKeys.Issuer, string audience = TokenKeys.Issuer) =>
            new JsonWebTokenHandler().CreateToken(
                new SecurityTokenDescriptor
                {
                    Issuer = issuer,
                    Audience = audience,
                    Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(5),
                    SigningCredentials = key,
                    Claims = new Dictionary<string, object>
                    {
                        ["sub"] = member.Id.ToString(),
                        ["ws"] = member.WorkspaceId.ToString(),
                    },
                }
            );
    }

    private async Task<TestMember> Member()
    {
        var me = (await (await Owner()).Get("me").Json()).GetProperty("data");
        return new TestMember(me.GetProperty("workspace").GetProperty("id").GetGuid(), me.GetProperty("id").GetGuid());
    }

    private async Task<HttpResponseMessage> Send(string? token, string method, string path)
    {
        using var client = token is null ? Host.Anonymous() : Host.Anonymous().WithToken(token);
        using var request = new HttpRequestMessage(new HttpMethod(method), $"{Base}/{path}");
        if (method == "PUT")
        {
            request.Content = JsonContent.Create(
                new
                {
                    name = "Ana",
                    timeZone = "UTC",
                    minutesPerDay = 60,
                }
            );
            request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
