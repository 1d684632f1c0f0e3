using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Flowstate.Identity.Domain;

/// <summary>
/// One sign-in on one device: the family of refresh tokens that follow one another. It is looked up by a token's hash
/// before any workspace is entered, and so is not filtered by one.
/// </summary>
internal sealed class Session
{
    private Session() { }

    public Guid Id { get; private set; }

    public Guid UserId { get; private set; }

    /// <summary>The workspace that this sign-in works in.</summary>
    public Guid WorkspaceId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary><c>signed-out</c> or <c>reused</c>.</summary>
    public string? EndedBecause { get; private set; }

    public static Session Open(Guid userId, Guid workspaceId, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            UserId = userId,
            WorkspaceId = workspaceId,
            CreatedAt = now,
        };

    public void End(string because, DateTimeOffset now)
    {
        if (EndedAt is null)
        {
            (EndedAt, EndedBecause) = (now, because);
        }
    }
}

/// <summary>A refresh token as the database knows it: by the SHA-256 of its 256 random bits.</summary>
internal sealed class RefreshToken
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>Two tabs may refresh at once: for so long the token they both hold answers, then it is a stolen one.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private RefreshToken() { }

    public byte[] Hash { get; private set; } = [];

    public Guid SessionId { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? RotatedAt { get; private set; }

    /// <summary>The hash of the token that followed this one.</summary>
    public byte[]? ReplacedBy { get; private set; }

    /// <summary>A new token and its secret, which is told once and kept nowhere.</summary>
    public static (RefreshToken Token, string Secret) Issue(Session session, DateTimeOffset now)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var token = new RefreshToken
        {
            Hash = HashOf(secret),
            SessionId = session.Id,
            ExpiresAt = now + Lifetime,
        };
        return (token, secret);
    }

    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    public bool IsReused(DateTimeOffset now) => RotatedAt is { } rotated && now - rotated > Grace;

    public void RotateTo(RefreshToken next, DateTimeOffset now)
    {
        // In the grace the first successor stays on record; the family holds both.
        if (RotatedAt is null)
        {
            (RotatedAt, ReplacedBy) = (now, next.Hash);
        }
    }
}
