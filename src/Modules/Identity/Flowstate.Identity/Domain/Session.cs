using System.Security.Cryptography;
using Flowstate.Shared.Persistence;

namespace Flowstate.Identity.Domain;

/// <summary>One sign-in on one device, in one workspace: the family of refresh tokens that follow one another.</summary>
internal sealed class Session : IWorkspaceOwned
{
    private Session() { }

    public Guid Id { get; private set; }

    public Guid WorkspaceId { get; private set; }

    public Guid MemberId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Makes the successor of a refresh token, the same one however often it is asked for.</summary>
    public byte[] RotationKey { get; private set; } = [];

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary><c>signed-out</c> or <c>reused</c>.</summary>
    public string? EndedBecause { get; private set; }

    public static Session Open(Guid memberId, Guid workspaceId, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            WorkspaceId = workspaceId,
            MemberId = memberId,
            CreatedAt = now,
            RotationKey = RandomNumberGenerator.GetBytes(32),
        };

    public void End(string because, DateTimeOffset now)
    {
        if (EndedAt is null)
        {
            (EndedAt, EndedBecause) = (now, because);
        }
    }
}
