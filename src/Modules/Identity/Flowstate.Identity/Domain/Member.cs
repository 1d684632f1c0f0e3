using Flowstate.Identity.Events;
using Flowstate.Shared.Persistence;

namespace Flowstate.Identity.Domain;

/// <summary>A user in a workspace, with a role. Its id is the user's.</summary>
internal sealed class Member : Entity
{
    public const int DefaultMinutesPerDay = 60;

    private Member() { }

    /// <summary>How the person is called in this workspace.</summary>
    public string Name { get; private set; } = "";

    public string Role { get; private set; } = "";

    /// <summary>IANA id.</summary>
    public string TimeZone { get; private set; } = "";

    /// <summary>How long the daily list may take.</summary>
    public int MinutesPerDay { get; private set; } = DefaultMinutesPerDay;

    public DateTimeOffset JoinedAt { get; private set; }

    /// <summary>When this member last logged a touch; heard from Contacts.</summary>
    public DateTimeOffset? LastTouchAt { get; private set; }

    public static Member Join(
        User user,
        Guid workspaceId,
        string name,
        string role,
        string timeZone,
        DateTimeOffset now
    )
    {
        var member = new Member
        {
            Id = user.Id,
            WorkspaceId = workspaceId,
            Name = name.Trim(),
            Role = role,
            TimeZone = timeZone,
            JoinedAt = now,
        };
        user.Join(workspaceId);
        member.Raise(new MemberJoined(workspaceId, member.Id, member.Version, now, member.Name, role, member.TimeZone));
        return member;
    }

    public void Describe(string name, string timeZone, int minutesPerDay, DateTimeOffset now)
    {
        (Name, TimeZone, MinutesPerDay) = (name.Trim(), timeZone, minutesPerDay);
        Touch();
        Tell(now);
    }

    /// <summary>Tells of the member as they are.</summary>
    public void Tell(DateTimeOffset now) =>
        Raise(new MemberUpdated(WorkspaceId, Id, Version, now, Name, Role, TimeZone, MinutesPerDay));
}
