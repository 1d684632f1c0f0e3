using Flowstate.Identity.Events;
using Flowstate.Shared.Persistence;

namespace Flowstate.Identity.Domain;

/// <summary>A tenant. Its id is also its <see cref="Entity.WorkspaceId"/>: it lives in itself.</summary>
internal sealed class Workspace : Entity
{
    private Workspace() { }

    public string Name { get; private set; } = "";

    /// <summary>ISO 3166-1 alpha-2, upper case; null where nobody said.</summary>
    public string? Country { get; private set; }

    /// <summary>IANA id.</summary>
    public string TimeZone { get; private set; } = "";

    /// <summary>Of those who run this installation: here, and nowhere else, a role may look over all workspaces' jobs.</summary>
    public bool IsOperator { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public static Workspace Found(
        Guid id,
        string name,
        string? country,
        string timeZone,
        Guid ownerId,
        DateTimeOffset now,
        bool isOperator = false
    )
    {
        var workspace = new Workspace
        {
            Id = id,
            WorkspaceId = id,
            Name = name.Trim(),
            Country = country?.ToUpperInvariant(),
            TimeZone = timeZone,
            IsOperator = isOperator,
            CreatedAt = now,
        };
        workspace.Tell(ownerId, now);
        return workspace;
    }

    /// <summary>Tells of the workspace as it is, for the first time or to a subscriber that has no copy yet.</summary>
    public void Tell(Guid ownerId, DateTimeOffset now) =>
        Raise(new WorkspaceCreated(Id, Version, now, Name, Country, TimeZone, ownerId));

    public void Describe(string name, string? country, string timeZone, DateTimeOffset now)
    {
        (Name, Country, TimeZone) = (name.Trim(), country?.ToUpperInvariant(), timeZone);
        Touch();
        Raise(new WorkspaceUpdated(Id, Version, now, Name, Country, TimeZone));
    }
}
