using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Tokens;

namespace Flowstate.Shared.Identity;

/// <summary>
/// The ES256 key pair of access tokens. A host with the Identity module holds <c>Auth:SigningKeyFile</c> (PEM, made on
/// the first start where none is named); a service that only verifies needs no more than <c>Auth:PublicKeyFile</c>.
/// </summary>
public sealed class TokenKeys
{
    public const string Issuer = "flowstate";

    private TokenKeys(ECDsaSecurityKey verification, SigningCredentials? signing) =>
        (Verification, Signing) = (verification, signing);

    public ECDsaSecurityKey Verification { get; }

    /// <summary>Null where only the public half is known.</summary>
    public SigningCredentials? Signing { get; }

    /// <exception cref="InvalidOperationException">No key is configured and none may be made.</exception>
    public static TokenKeys Load(IConfiguration configuration, IHostEnvironment environment)
    {
        var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (configuration["Auth:PublicKeyFile"] is { Length: > 0 } publicKey)
        {
            ecdsa.ImportFromPem(File.ReadAllText(publicKey));
            return new TokenKeys(new ECDsaSecurityKey(ecdsa), null);
        }

        var file = configuration["Auth:SigningKeyFile"] is { Length: > 0 } configured
            ? configured
            : KeyFile.Path(configuration, "signing-key.pem");
        if (!File.Exists(file))
        {
            if (environment.IsProduction() && configuration["Auth:SigningKeyFile"] is { Length: > 0 })
            {
                throw new InvalidOperationException($"Auth:SigningKeyFile: {file} does not exist.");
            }

            KeyFile.Create(file, ecdsa.ExportECPrivateKeyPem());
        }

        ecdsa.ImportFromPem(File.ReadAllText(file));
        var key = new ECDsaSecurityKey(ecdsa);
        return new TokenKeys(key, new SigningCredentials(key, SecurityAlgorithms.EcdsaSha256));
    }
}
