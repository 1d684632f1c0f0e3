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
            : Path.Combine(Folder(configuration), "signing-key.pem");
        if (!File.Exists(file))
        {
            if (environment.IsProduction() && configuration["Auth:SigningKeyFile"] is { Length: > 0 })
            {
                throw new InvalidOperationException($"Auth:SigningKeyFile: {file} does not exist.");
            }

            Create(file, ecdsa);
        }

        ecdsa.ImportFromPem(File.ReadAllText(file));
        var key = new ECDsaSecurityKey(ecdsa);
        return new TokenKeys(key, new SigningCredentials(key, SecurityAlgorithms.EcdsaSha256));
    }

    /// <summary>
    /// The data directory. Never a folder that others may write to: whoever plants the key signs in as anybody.
    /// </summary>
    public static string Folder(IConfiguration configuration)
    {
        if (configuration["Flowstate:DataDirectory"] is { Length: > 0 } folder)
        {
            return folder;
        }

        if (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows())
        {
            return "/var/lib/flowstate";
        }

        // Not verified: a service's user may have no such folder yet, and it is made below.
        var own = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData,
            Environment.SpecialFolderOption.DoNotVerify
        );
        return own.Length > 0
            ? Path.Combine(own, "flowstate")
            : throw new InvalidOperationException(
                "Set Auth:SigningKeyFile or Flowstate:DataDirectory for the signing key."
            );
    }

    // Written whole or not at all: two hosts may start at once, and a half-written key signs everybody out.
    private static void Create(string file, ECDsa ecdsa)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var draft = $"{file}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(draft, options))
        {
            writer.Write(ecdsa.ExportECPrivateKeyPem());
        }

        try
        {
            File.Move(draft, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(draft);
        }
    }
}
