using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Flowstate.Shared.Secrets;

/// <summary>
/// Encrypts what the database must not be able to tell: <c>v1:&lt;key id&gt;:&lt;base64url(nonce|ciphertext|tag)&gt;</c>, AES-256-GCM.
/// Purpose and owner are bound to it, so that a value opens only in the row it was sealed for.
/// </summary>
public sealed class SealedValues(SealingKeys keys)
{
    private const int Nonce = 12;
    private const int Tag = 16;

    public string Seal(string purpose, string owner, ReadOnlySpan<byte> value)
    {
        var packed = new byte[Nonce + value.Length + Tag];
        RandomNumberGenerator.Fill(packed.AsSpan(0, Nonce));
        using var aes = new AesGcm(keys.All[keys.Current], Tag);
        aes.Encrypt(
            packed.AsSpan(0, Nonce),
            value,
            packed.AsSpan(Nonce, value.Length),
            packed.AsSpan(Nonce + value.Length),
            Bound(keys.Current, purpose, owner)
        );
        return $"{CurrentPrefix}{Base64Url.EncodeToString(packed)}";
    }

    /// <exception cref="CryptographicException">It was changed, is another row's, or its key is not here.</exception>
    public byte[] Open(string purpose, string owner, string value)
    {
        var parts = value.Split(':');
        if (parts is not ["v1", var id, var text] || !Base64Url.IsValid(text) || !keys.All.TryGetValue(id, out var key))
        {
            throw new CryptographicException("The value is sealed with a key that is not here, or not sealed at all.");
        }

        var packed = Base64Url.DecodeFromChars(text);
        if (packed.Length < Nonce + Tag)
        {
            throw new CryptographicException("The sealed value is cut short.");
        }

        var opened = new byte[packed.Length - Nonce - Tag];
        using var aes = new AesGcm(key, Tag);
        aes.Decrypt(
            packed.AsSpan(0, Nonce),
            packed.AsSpan(Nonce, opened.Length),
            packed.AsSpan(Nonce + opened.Length),
            opened,
            Bound(id, purpose, owner)
        );
        return opened;
    }

    internal string CurrentPrefix => $"v1:{keys.Current}:";

    // With its length in front no part can pass for the beginning of the next.
    private static byte[] Bound(params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(part.Length).Append(':').Append(part);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
