namespace Flowstate.Identity.Domain;

/// <summary>
/// The half of a sign-in that is done: who comes with its secret, of which only the hash is kept, has shown the password
/// and may now show the second factor.
/// </summary>
internal sealed class Challenge
{
    public const int Tries = 5;

    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private Challenge() { }

    public byte[] Hash { get; private set; } = [];

    public Guid UserId { get; private set; }

    public int TriesLeft { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public static Challenge Ask(Guid userId, byte[] hash, DateTimeOffset now) =>
        new()
        {
            Hash = hash,
            UserId = userId,
            TriesLeft = Tries,
            ExpiresAt = now + Lifetime,
        };
}
