using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Tokens;

namespace Flowstate.Shared.Identity;

/// <summary>
/// The ES256 keys of access tokens. A host with the Identity module holds <c>Auth:SigningKeyFile</c> (PEM, made on the
/// first start where none is named); a service that only verifies needs no more than <c>Auth:PublicKeyFile</c>. Both
/// also believe <c>Auth:PreviousKeyFiles</c>: a key is changed by moving it there until its last token has ended.
/// </summary>
public sealed class TokenKeys
{
    public const string Issuer = "flowstate";

    private TokenKeys(ECDsaSecurityKey verification, bool signs, IEnumerable<ECDsaSecurityKey> previous)
    {
        Verification = verification;
        Signing = signs ? new SigningCredentials(verification, SecurityAlgorithms.EcdsaSha256) : null;
        Believed = [verification, .. previous];
    }

    /// <summary>The key of the tokens that are issued now.</summary>
    public ECDsaSecurityKey Verification { get; }

    /// <summary>That key and those before it; a token names its own by <c>kid</c>.</summary>
    public IReadOnlyList<ECDsaSecurityKey> Believed { get; }

    /// <summary>Null where only the public half is known.</summary>
    public SigningCredentials? Signing { get; }

    /// <exception cref="InvalidOperationException">No key is configured and none may be made.</exception>
    public static TokenKeys Load(IConfiguration configuration, IHostEnvironment environment)
    {
        var previous = (configuration.GetSection("Auth:PreviousKeyFiles").Get<string[]>() ?? []).Select(Read).ToList();
        if (configuration["Auth:PublicKeyFile"] is { Length: > 0 } publicKey)
        {
            return new TokenKeys(Read(publicKey), signs: false, previous);
        }

        var file = configuration["Auth:SigningKeyFile"] is { Length: > 0 } configured
            ? configured
            : KeyFile.Path(configuration, "signing-key.pem");
        if (environment.IsProduction() && configuration["Auth:SigningKeyFile"] is { Length: > 0 } && !File.Exists(file))
        {
            throw new InvalidOperationException($"Auth:SigningKeyFile: {file} does not exist.");
        }

        KeyFile.Ensure(file, () => ECDsa.Create(ECCurve.NamedCurves.nistP256).ExportECPrivateKeyPem());
        return new TokenKeys(Read(file), signs: true, previous);
    }

    /// <summary>The public half as RFC 7517 has it.</summary>
    public static IReadOnlyDictionary<string, string> Describe(ECDsaSecurityKey key)
    {
        var point = key.ECDsa.ExportParameters(includePrivateParameters: false).Q;
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["kty"] = "EC",
            ["crv"] = "P-256",
            ["x"] = Base64UrlEncoder.Encode(point.X),
            ["y"] = Base64UrlEncoder.Encode(point.Y),
            ["use"] = "sig",
            ["alg"] = SecurityAlgorithms.EcdsaSha256,
            ["kid"] = key.KeyId,
        };
    }

    // Its id is its thumbprint (RFC 7638), which whoever has the key's file computes alike.
    private static ECDsaSecurityKey Read(string file)
    {
        var ecdsa = ECDsa.Create();
        ecdsa.ImportFromPem(File.ReadAllText(file));
        var key = new ECDsaSecurityKey(ecdsa);
        key.KeyId = Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());
        return key;
    }
}
