using Flowstate.Shared.Persistence;

namespace Flowstate.Contacts.Domain;

/// <summary>Words a rep sent, as Campaigns told us: for the timeline.</summary>
internal sealed class SentWords : IWorkspaceOwned
{
    public required Guid Id { get; init; }

    public required Guid WorkspaceId { get; init; }

    public required Guid ContactId { get; init; }

    public required Guid ByMemberId { get; init; }

    public required string Channel { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>A next action put off, as Intelligence told us: for the timeline.</summary>
internal sealed class Snooze : IWorkspaceOwned
{
    public required Guid Id { get; init; }

    public required Guid WorkspaceId { get; init; }

    public required Guid ContactId { get; init; }

    public required Guid ByMemberId { get; init; }

    public required DateTimeOffset Until { get; init; }

    public string? Reason { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>Our copy of a member: a name for the timeline, a calendar for the daily progress, a place in the team.</summary>
internal sealed class Member : IWorkspaceOwned
{
    public required Guid Id { get; init; }

    public required Guid WorkspaceId { get; init; }

    public string Name { get; private set; } = "";

    public string Role { get; private set; } = "";

    public string TimeZone { get; private set; } = "UTC";

    /// <summary>Who brought them.</summary>
    public Guid? SponsorId { get; private set; }

    public long Version { get; private set; }

    /// <summary>Takes what was told; older news than ours is dropped.</summary>
    public void Hear(long version, string name, string role, string timeZone, Guid? sponsorId)
    {
        if (version >= Version)
        {
            (Version, Name, Role, TimeZone, SponsorId) = (version, name, role, timeZone, sponsorId);
        }
    }
}

/// <summary>Our copy of the workspace: the country phone numbers without a prefix are read in.</summary>
internal sealed class Workspace : IWorkspaceOwned
{
    public required Guid WorkspaceId { get; init; }

    public string? Country { get; private set; }

    public long Version { get; private set; }

    public void Hear(long version, string? country)
    {
        if (version >= Version)
        {
            (Version, Country) = (version, country);
        }
    }
}

/// <summary>Contacts per owner and stage, kept by triggers so that the board never counts.</summary>
internal sealed class StageCounter : IWorkspaceOwned
{
    public Guid WorkspaceId { get; private init; }

    public Guid OwnerId { get; private init; }

    public Stage Stage { get; private init; }

    public long Count { get; private init; }
}

/// <summary>
/// Moves per owner, week (its Monday, UTC) and pair of stages, kept by a trigger: a workspace makes far more moves in a
/// quarter than a board can count. Somebody who went back and forth is in it twice.
/// </summary>
internal sealed class MoveCounter : IWorkspaceOwned
{
    public Guid WorkspaceId { get; private init; }

    public Guid OwnerId { get; private init; }

    public DateOnly Week { get; private init; }

    public Stage FromStage { get; private init; }

    public Stage ToStage { get; private init; }

    public long Count { get; private init; }
}
