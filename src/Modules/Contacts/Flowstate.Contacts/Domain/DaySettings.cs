using Flowstate.Shared.Persistence;

namespace Flowstate.Contacts.Domain;

/// <summary>What a day is to bring.</summary>
internal sealed record DayTargets(int Invites, int FollowUps)
{
    public const int Most = 500;

    public static readonly DayTargets Default = new(20, 30);
}

/// <summary>A workspace's targets for a day, and when nobody is to be disturbed. One per workspace, from its first change on.</summary>
internal sealed class DaySettings : Entity
{
    private DaySettings() { }

    public int InviteTarget { get; private set; } = DayTargets.Default.Invites;

    public int FollowUpTarget { get; private set; } = DayTargets.Default.FollowUps;

    public TimeOnly? QuietFrom { get; private set; }

    public TimeOnly? QuietUntil { get; private set; }

    public DayTargets Targets => new(InviteTarget, FollowUpTarget);

    public static DaySettings Start(Guid workspaceId) => new() { Id = workspaceId, WorkspaceId = workspaceId };

    public void Change(DayTargets targets, QuietHours quiet)
    {
        (InviteTarget, FollowUpTarget) = (targets.Invites, targets.FollowUps);
        (QuietFrom, QuietUntil) = (quiet.From, quiet.Until);
        Touch();
    }
}
