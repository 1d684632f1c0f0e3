using Flowstate.Shared.Persistence;

namespace Flowstate.Contacts.Domain;

/// <summary>
/// A program outside that tells us of people, by signed webhooks. Secrets are sealed; while they are changed two of them
/// count, so that the sender loses nothing.
/// </summary>
internal sealed class HookSource : Entity
{
    public const int NameLength = 100;
    public const int MostLive = 50;

    private HookSource() { }

    public string Name { get; private init; } = "";

    /// <summary>Whose contacts become the people that nobody knew.</summary>
    public Guid OwnerId { get; private init; }

    public string Secret { get; private set; } = "";

    public string? PreviousSecret { get; private set; }

    public DateTimeOffset? PreviousUntil { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public static HookSource Open(
        Guid workspaceId,
        Guid id,
        string name,
        Guid ownerId,
        string sealedSecret,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = id,
            WorkspaceId = workspaceId,
            Name = name,
            OwnerId = ownerId,
            Secret = sealedSecret,
            CreatedAt = now,
        };

    /// <summary>The new secret counts at once, the one before it until then; of one before that nothing is left.</summary>
    public void Rotate(string sealedSecret, string resealedOld, DateTimeOffset oldUntil)
    {
        (Secret, PreviousSecret, PreviousUntil) = (sealedSecret, resealedOld, oldUntil);
        Touch();
    }

    public void Revoke(DateTimeOffset now)
    {
        RevokedAt = now;
        Touch();
    }
}

/// <summary>A delivery that was taken in, so that its repeats do nothing; forgotten after <see cref="KeptFor"/>.</summary>
internal sealed class HookDelivery : IWorkspaceOwned
{
    /// <summary>Senders repeat for days, not for weeks.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    public Guid WorkspaceId { get; private init; }

    public Guid SourceId { get; private init; }

    public string DeliveryId { get; private init; } = "";

    public DateTimeOffset ReceivedAt { get; private init; }
}
