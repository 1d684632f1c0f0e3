using System.Security.Cryptography;
using OtpNet;

namespace Flowstate.Identity.Security;

/// <summary>
/// 120 random bits as people copy them: <c>abcd-efgh-ijkl-mnop-qrst-uvwx</c>. Too many to guess, so a plain hash keeps them.
/// </summary>
internal static class RecoveryCodeText
{
    private const int Letters = 24;

    // Lists made before had 80 bits. They open until they are renewed.
    private const int LettersBefore = 16;

    public static (string Text, byte[] Hash) New()
    {
        var letters = Base32Encoding.ToString(RandomNumberGenerator.GetBytes(15)).ToLowerInvariant();
        return (string.Join('-', letters.Chunk(4).Select(part => new string(part))), Secret.HashOf(letters));
    }

    /// <summary>Null for what cannot be one; dashes, spaces and capitals do not matter.</summary>
    public static byte[]? Read(string typed)
    {
        var letters = string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        return letters.Length is Letters or LettersBefore ? Secret.HashOf(letters) : null;
    }
}
