using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Contacts.Hooks;

/// <summary>
/// A webhook as it came: its bytes, and who says they sent it (Standard Webhooks). The source is named in the address or in
/// <c>webhook-source</c>.
/// </summary>
internal sealed record SignedDelivery(string Source, string Id, string Timestamp, string Signatures, byte[] Body)
{
    /// <summary>Bytes of a body; more is a 413.</summary>
    public const int Largest = 64 * 1024;

    private const int LongestId = 200;
    private const int MostSignatures = 8;

    /// <summary>How far the sender's clock may be off, and for how long a delivery counts.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    public static async ValueTask<SignedDelivery> BindAsync(HttpContext http)
    {
        using MemoryStream body = new();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        return new SignedDelivery(
            http.GetRouteValue("source") as string ?? Header("webhook-source"),
            Header("webhook-id"),
            Header("webhook-timestamp"),
            Header("webhook-signature"),
            body.ToArray()
        );

        string Header(string name) => http.Request.Headers[name].ToString();
    }

    /// <summary>Its id can stand in a signature, and it was sent about now.</summary>
    public bool IsTimely(DateTimeOffset now) =>
        Id.Length is > 0 and <= LongestId
        && Id.All(letter => letter is > ' ' and <= '~' and not '.')
        && long.TryParse(Timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var sent)
        && Math.Abs(now.ToUnixTimeSeconds() - (decimal)sent) <= (decimal)Skew.TotalSeconds;

    /// <summary>
    /// One of its signatures was made with one of the secrets. All pairs are compared: how long it takes tells nothing.
    /// </summary>
    public bool IsSignedWith(IReadOnlyList<byte[]> secrets)
    {
        byte[] content = [.. Encoding.ASCII.GetBytes($"{Id}.{Timestamp}."), .. Body];
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes + 3];
        var right = false;
        foreach (var secret in secrets)
        {
            var expected = HMACSHA256.HashData(secret, content);
            foreach (var signature in Signatures.Split(' ').Take(MostSignatures))
            {
                right |=
                    signature.StartsWith("v1,", StringComparison.Ordinal)
                    && Convert.TryFromBase64Chars(signature.AsSpan(3), given, out var length)
                    && CryptographicOperations.FixedTimeEquals(given[..length], expected);
            }
        }

        return right;
    }
}
