namespace Flowstate.Identity.Domain;

/// <summary>
/// What somebody wants to found. It becomes a person and a workspace when the mail address is confirmed, and not before:
/// nobody takes an address that is not theirs.
/// </summary>
internal sealed class SignUp
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private SignUp() { }

    public Guid Id { get; private set; }

    public string Email { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string WorkspaceName { get; private set; } = "";

    public string? Country { get; private set; }

    public string TimeZone { get; private set; } = "";

    public string PasswordHash { get; private set; } = "";

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>Of the secret in the last mail; null before the first.</summary>
    public byte[]? SecretHash { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public static SignUp Ask(
        string email,
        string name,
        string passwordHash,
        string workspaceName,
        string? country,
        string timeZone,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Email = EmailAddress.Normalise(email),
            Name = name.Trim(),
            PasswordHash = passwordHash,
            WorkspaceName = workspaceName.Trim(),
            Country = country,
            TimeZone = timeZone,
            ExpiresAt = now + Lifetime,
        };

    /// <summary>A mail will go out; the link of one before it no longer works.</summary>
    public void Prepare(byte[] secretHash) => SecretHash = secretHash;

    public void Send(DateTimeOffset now) => SentAt = now;
}
