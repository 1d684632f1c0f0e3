using System.Net;
using System.Security.Cryptography;
using Flowstate.Shared.Identity;
using Flowstate.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Flowstate.Identity.Tests.Features;

public sealed class KeysTests : IdentityTest
{
    [Fact]
    public async Task Anybody_verifies_our_tokens_by_the_published_keys_alone()
    {
        var owner = await Owner();
        using var client = Host.Anonymous();

        var published = await client.GetStringAsync("/.well-known/jwks.json", TestContext.Current.CancellationToken);

        published.ShouldNotContain("\"d\"");
        var keys = new JsonWebKeySet(published);
        var token = new JsonWebToken(owner.AccessToken);
        keys.Keys.ShouldContain(key => key.Kid == token.Kid);
        var outcome = await new JsonWebTokenHandler().ValidateTokenAsync(
            owner.AccessToken,
            new TokenValidationParameters
            {
                ValidIssuer = "flowstate",
                ValidAudience = "flowstate",
                IssuerSigningKeys = keys.GetSigningKeys(),
                TryAllIssuerSigningKeys = false,
            }
        );
        outcome.IsValid.ShouldBeTrue();
    }

    [Fact]
    public async Task A_token_that_names_an_unknown_key_or_none_is_refused()
    {
        var owner = await Owner();
        var parts = owner.AccessToken!.Split('.');
        using var ours = ECDsa.Create();
        ours.ImportECPrivateKey(PrivateKey(), out _);

        string Signed(string header)
        {
            var content = $"{Base64UrlEncoder.Encode(header)}.{parts[1]}";
            var signature = ours.SignData(System.Text.Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256);
            return $"{content}.{Base64UrlEncoder.Encode(signature)}";
        }

        (await Status(Signed(Base64UrlEncoder.Decode(parts[0])))).ShouldBe(HttpStatusCode.OK);
        (await Status(Signed("""{"alg":"ES256","typ":"JWT","kid":"unknown"}"""))).ShouldBe(HttpStatusCode.Unauthorized);
        (await Status(Signed("""{"alg":"ES256","typ":"JWT"}"""))).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_changed_key_keeps_believing_the_one_before_until_it_is_taken_out()
    {
        var (before, after) = (NewKey(), NewKey());
        var member = TestMember.New();
        var old = TestTokens.Issue(member, Load(("SigningKeyFile", before)), []);

        var changed = Load(("SigningKeyFile", after), ("PreviousKeyFiles:0", before));
        var done = Load(("SigningKeyFile", after));
        var told = Load(("PublicKeyFile", PublicHalf(after)), ("PreviousKeyFiles:0", PublicHalf(before)));

        (await Believes(changed, old)).ShouldBeTrue();
        (await Believes(done, old)).ShouldBeFalse();
        (await Believes(told, old)).ShouldBeTrue();
        (await Believes(told, TestTokens.Issue(member, changed, []))).ShouldBeTrue();
        new JsonWebToken(TestTokens.Issue(member, changed, [])).Kid.ShouldBe(done.Verification.KeyId);
        told.Signing.ShouldBeNull();
    }

    private async Task<HttpStatusCode> Status(string token)
    {
        using var client = Host.Anonymous().WithToken(token);
        using var answer = await client.GetAsync("/api/v1/identity/me", TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static async Task<bool> Believes(TokenKeys keys, string token) =>
        (
            await new JsonWebTokenHandler().ValidateTokenAsync(
                token,
                new TokenValidationParameters
                {
                    ValidIssuer = TokenKeys.Issuer,
                    ValidAudience = TokenKeys.Issuer,
                    IssuerSigningKeys = keys.Believed,
                    TryAllIssuerSigningKeys = false,
                }
            )
        ).IsValid;

    private static TokenKeys Load(params (string Name, string File)[] settings) =>
        TokenKeys.Load(
            new ConfigurationBuilder()
                .AddInMemoryCollection(settings.ToDictionary(one => $"Auth:{one.Name}", one => (string?)one.File))
                .Build(),
            new HostingEnvironment { EnvironmentName = Environments.Production }
        );

    private byte[] PrivateKey()
    {
        var keys = (TokenKeys)Host.Services.GetService(typeof(TokenKeys))!;
        return keys.Verification.ECDsa.ExportECPrivateKey();
    }

    private static string NewKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Written(key.ExportECPrivateKeyPem());
    }

    private static string PublicHalf(string file)
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(file));
        return Written(key.ExportSubjectPublicKeyInfoPem());
    }

    private static string Written(string pem)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, pem);
        return file;
    }
}
