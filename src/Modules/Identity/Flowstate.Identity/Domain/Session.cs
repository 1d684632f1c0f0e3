using System.Security.Cryptography;

namespace Flowstate.Identity.Domain;

/// <summary>
/// One sign-in of a person on one device: the family of refresh tokens that follow one another. It is the person's, not a
/// workspace's: which workspace it looks at now can be switched.
/// </summary>
internal sealed class Session
{
    public const string SignedOut = "signed-out";
    public const string Reused = "reused";
    public const string Ended = "ended";
    public const string PasswordChanged = "password-changed";
    public const string SecondFactorChanged = "second-factor-changed";

    private Session() { }

    public Guid Id { get; private set; }

    public Guid UserId { get; private set; }

    /// <summary>The workspace that the next access token will be for.</summary>
    public Guid ActiveWorkspace { get; private set; }

    /// <summary>What was shown to open it: one of <see cref="SignInMethods"/>.</summary>
    public string[] Methods { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset LastUsedAt { get; private set; }

    public string? UserAgent { get; private set; }

    public string? RemoteAddress { get; private set; }

    /// <summary>Makes the successor of a refresh token, the same one however often it is asked for.</summary>
    public byte[] RotationKey { get; private set; } = [];

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>One of the codes above.</summary>
    public string? EndedBecause { get; private set; }

    public static Session Open(Guid userId, Guid workspaceId, string[] methods, Device device, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            UserId = userId,
            ActiveWorkspace = workspaceId,
            Methods = methods,
            CreatedAt = now,
            LastUsedAt = now,
            UserAgent = device.UserAgent,
            RemoteAddress = device.RemoteAddress,
            RotationKey = RandomNumberGenerator.GetBytes(32),
        };

    public void Use(Device device, DateTimeOffset now) =>
        (LastUsedAt, UserAgent, RemoteAddress) = (now, device.UserAgent, device.RemoteAddress);

    public void SwitchTo(Guid workspaceId) => ActiveWorkspace = workspaceId;

    public void End(string because, DateTimeOffset now)
    {
        if (EndedAt is null)
        {
            (EndedAt, EndedBecause) = (now, because);
        }
    }
}

/// <summary>What a session's list shows of where it is used: told by the browser, so a hint and no proof.</summary>
internal sealed record Device(string? UserAgent, string? RemoteAddress)
{
    public const int UserAgentLength = 400;
}
