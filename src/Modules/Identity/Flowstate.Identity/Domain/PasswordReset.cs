namespace Flowstate.Identity.Domain;

/// <summary>A wish for a new password, of whoever has the address: also one that nobody has leaves a row.</summary>
internal sealed class PasswordReset
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private PasswordReset() { }

    public Guid Id { get; private set; }

    public string Email { get; private set; } = "";

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Of the secret in the mail; null where none was sent.</summary>
    public byte[]? SecretHash { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public static PasswordReset Ask(string email, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Email = EmailAddress.Normalise(email),
            ExpiresAt = now + Lifetime,
        };

    /// <summary>A mail will go out; the link of one before it no longer works.</summary>
    public void Prepare(byte[] secretHash) => SecretHash = secretHash;

    public void Send(DateTimeOffset now) => SentAt = now;
}
