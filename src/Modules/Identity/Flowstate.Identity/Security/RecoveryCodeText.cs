using System.Security.Cryptography;
using OtpNet;

namespace Flowstate.Identity.Security;

/// <summary>80 random bits as people copy them: <c>abcd-efgh-ijkl-mnop</c>. Too many to guess, so a plain hash keeps them.</summary>
internal static class RecoveryCodeText
{
    private const int Letters = 16;

    public static (string Text, byte[] Hash) New()
    {
        var letters = Base32Encoding.ToString(RandomNumberGenerator.GetBytes(10)).ToLowerInvariant();
        return (string.Join('-', letters.Chunk(4).Select(part => new string(part))), Secret.HashOf(letters));
    }

    /// <summary>Null for what cannot be one; dashes, spaces and capitals do not matter.</summary>
    public static byte[]? Read(string typed)
    {
        var letters = string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        return letters.Length == Letters ? Secret.HashOf(letters) : null;
    }
}
