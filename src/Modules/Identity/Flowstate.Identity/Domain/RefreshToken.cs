using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Flowstate.Identity.Security;

namespace Flowstate.Identity.Domain;

/// <summary>A refresh token as the database knows it: by the SHA-256 of its 256 random bits.</summary>
internal sealed class RefreshToken
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>
    /// Two tabs may refresh at once, and an answer may be lost: for so long the token they hold answers, with the one
    /// successor that it has. After that it is a stolen one.
    /// </summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private RefreshToken() { }

    public byte[] Hash { get; private set; } = [];

    public Guid SessionId { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? RotatedAt { get; private set; }

    /// <summary>A family's first token and what its bearer presents, which is told once and kept nowhere.</summary>
    public static (RefreshToken Token, string Presented) Issue(Session session, DateTimeOffset now) =>
        Of(session, RandomNumberGenerator.GetBytes(32), now);

    /// <summary>
    /// The one token that follows what was presented. It is made of the old secret, which only its bearer has, and of the
    /// session's key, which only the database has.
    /// </summary>
    public static (RefreshToken Token, string Presented) After(string presented, Session session, DateTimeOffset now) =>
        Of(session, HMACSHA256.HashData(session.RotationKey, Encoding.UTF8.GetBytes(presented)), now);

    private static (RefreshToken Token, string Presented) Of(Session session, byte[] bytes, DateTimeOffset now)
    {
        var secret = Base64Url.EncodeToString(bytes);
        var token = new RefreshToken
        {
            Hash = Secret.HashOf(secret),
            SessionId = session.Id,
            ExpiresAt = now + Lifetime,
        };
        return (token, secret);
    }

    /// <summary>What the database would know a presented token by; false where nothing was presented.</summary>
    public static bool TryRead(string? presented, [NotNullWhen(true)] out byte[]? hash)
    {
        hash = string.IsNullOrEmpty(presented) ? null : Secret.HashOf(presented);
        return hash is not null;
    }

    public bool IsReused(DateTimeOffset now) => RotatedAt is { } rotated && now - rotated > Grace;

    /// <summary>Another has followed; when it first did is what counts.</summary>
    public void Rotate(DateTimeOffset now) => RotatedAt = now;
}
