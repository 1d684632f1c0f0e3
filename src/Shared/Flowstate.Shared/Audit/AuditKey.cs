using System.Security.Cryptography;
using Flowstate.Shared.Identity;
using Microsoft.Extensions.Configuration;

namespace Flowstate.Shared.Audit;

/// <summary>What seals the audit log, kept outside of the database: 32 bytes in <c>Audit:KeyFile</c>, in base64.</summary>
internal sealed class AuditKey
{
    public const int Length = 32;

    private AuditKey(byte[] bytes) => Bytes = bytes;

    public byte[] Bytes { get; }

    /// <exception cref="InvalidOperationException">The file holds no such key.</exception>
    public static AuditKey Load(IConfiguration configuration)
    {
        var file = configuration["Audit:KeyFile"] is { Length: > 0 } configured
            ? configured
            : KeyFile.Path(configuration, "audit-key");
        KeyFile.Ensure(file, () => Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length)));
        var bytes = new byte[Length];
        return Convert.TryFromBase64String(File.ReadAllText(file).Trim(), bytes, out var read) && read == Length
            ? new AuditKey(bytes)
            : throw new InvalidOperationException($"Audit:KeyFile: {file} does not hold {Length} bytes in base64.");
    }
}
