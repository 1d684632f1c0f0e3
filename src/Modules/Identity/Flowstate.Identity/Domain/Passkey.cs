namespace Flowstate.Identity.Domain;

/// <summary>
/// The public half of a key that a person's device holds for us (WebAuthn). It takes the device and its owner's finger, face
/// or PIN: two factors in one.
/// </summary>
internal sealed class Passkey
{
    public const int NameLength = 100;
    public const int Most = 20;

    private Passkey() { }

    public Guid Id { get; private set; }

    public Guid UserId { get; private set; }

    /// <summary>How the device calls the key.</summary>
    public byte[] CredentialId { get; private set; } = [];

    /// <summary>In COSE's form.</summary>
    public byte[] PublicKey { get; private set; } = [];

    /// <summary>How its owner calls it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Grows with each use on devices that count; others say 0. A step back means that there are two of it.</summary>
    public long SignCount { get; private set; }

    public string[] Transports { get; private set; } = [];

    public bool IsBackupEligible { get; private set; }

    public bool IsBackedUp { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? LastUsedAt { get; private set; }

    public static Passkey Register(Guid userId, string name, NewKey key, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            UserId = userId,
            Name = name.Trim(),
            CredentialId = key.CredentialId,
            PublicKey = key.PublicKey,
            SignCount = key.SignCount,
            Transports = key.Transports,
            IsBackupEligible = key.IsBackupEligible,
            IsBackedUp = key.IsBackedUp,
            CreatedAt = now,
        };
}

/// <summary>What a device told of a key it made.</summary>
internal sealed record NewKey(
    byte[] CredentialId,
    byte[] PublicKey,
    long SignCount,
    string[] Transports,
    bool IsBackupEligible,
    bool IsBackedUp
);

/// <summary>A question put to a device. Its answer is taken once, from whoever holds the secret, of which only the hash is kept.</summary>
internal sealed class PasskeyChallenge
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private PasskeyChallenge() { }

    public byte[] Hash { get; private set; } = [];

    /// <summary>Whose new key is asked for; null for a sign-in, where the answer says who it is.</summary>
    public Guid? UserId { get; private set; }

    public string State { get; private set; } = "";

    public DateTimeOffset ExpiresAt { get; private set; }

    public static PasskeyChallenge Ask(Guid? userId, byte[] hash, string state, DateTimeOffset now) =>
        new()
        {
            Hash = hash,
            UserId = userId,
            State = state,
            ExpiresAt = now + Lifetime,
        };
}
