using Flowstate.Shared.Persistence;

namespace Flowstate.Identity.Domain;

/// <summary>A place in a workspace, kept for whoever reads the mail of one address.</summary>
internal sealed class Invitation : Entity
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private Invitation() { }

    public string Email { get; private set; } = "";

    public string Role { get; private set; } = "";

    public Guid? SponsorId { get; private set; }

    public Guid InvitedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Of the secret in the last mail; null before the first.</summary>
    public byte[]? SecretHash { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>When it was accepted or withdrawn; null while it can be accepted.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    public static Invitation Write(
        Guid workspaceId,
        string email,
        string role,
        Guid? sponsorId,
        Guid by,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            WorkspaceId = workspaceId,
            Email = EmailAddress.Normalise(email),
            Role = role,
            SponsorId = sponsorId,
            InvitedBy = by,
            CreatedAt = now,
            ExpiresAt = now + Lifetime,
        };

    /// <summary>A mail will go out; the link of one before it no longer works.</summary>
    public void Prepare(byte[] secretHash) => SecretHash = secretHash;

    public void Send(DateTimeOffset now) => SentAt = now;

    public void Extend(DateTimeOffset now) => ExpiresAt = now + Lifetime;

    public void Close(DateTimeOffset now)
    {
        ClosedAt = now;
        Touch();
    }
}
