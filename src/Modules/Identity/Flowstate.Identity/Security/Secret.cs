using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Flowstate.Identity.Security;

/// <summary>256 random bits that are sent to one person and kept here by their hash only.</summary>
internal static class Secret
{
    private const int Length = 43;

    public static (string Text, byte[] Hash) New()
    {
        var text = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (text, HashOf(text));
    }

    /// <summary>Of no hash there is nothing to find.</summary>
    public static byte[]? Read(string? presented) => presented is { Length: Length } ? HashOf(presented) : null;

    /// <summary>How what was drawn at random is known here: too many bits to guess, so that a plain hash keeps them.</summary>
    public static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
