using System.Security.Cryptography;

namespace Flowstate.Contacts.Hooks;

/// <summary>A secret as Standard Webhooks writes it: <c>whsec_</c> and the base64 of 24 to 64 bytes.</summary>
internal static class HookSecret
{
    private const string Mark = "whsec_";
    private const int Fewest = 24;
    private const int Most = 64;
    private const int Drawn = 32;

    public static byte[] New() => RandomNumberGenerator.GetBytes(Drawn);

    public static string Text(byte[] secret) => Mark + Convert.ToBase64String(secret);

    /// <summary>Null where it is no such secret.</summary>
    public static byte[]? Read(string? text)
    {
        if (text is null || !text.StartsWith(Mark, StringComparison.Ordinal))
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[Most + 3];
        return
            Convert.TryFromBase64Chars(text.AsSpan(Mark.Length), bytes, out var length)
            && length is >= Fewest and <= Most
            ? bytes[..length].ToArray()
            : null;
    }
}
