using Flowstate.Identity.Events;
using Flowstate.Shared.Persistence;

namespace Flowstate.Identity.Domain;

/// <summary>A user in a workspace, with a role. Its id is the user's.</summary>
internal sealed class Member : Entity
{
    public const int DefaultMinutesPerDay = 60;
    public const string Active = "active";
    public const string Disabled = "disabled";
    public const string Left = "left";

    private Member() { }

    /// <summary>How the person is called in this workspace.</summary>
    public string Name { get; private set; } = "";

    public string Role { get; private set; } = "";

    /// <summary><c>active</c>, <c>disabled</c> or <c>left</c>. The row stays: what a member did keeps its name.</summary>
    public string Status { get; private set; } = Active;

    /// <summary>Who brought this member; the database lets nobody be in their own downline.</summary>
    public Guid? SponsorId { get; private set; }

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
        DateTimeOffset now,
        Guid? sponsorId = null
    )
    {
        var member = new Member
        {
            Id = user.Id,
            WorkspaceId = workspaceId,
            Name = name.Trim(),
            Role = role,
            SponsorId = sponsorId,
            TimeZone = timeZone,
            JoinedAt = now,
        };
        user.Join(workspaceId);
        member.Raise(
            new MemberJoined(
                workspaceId,
                member.Id,
                member.Version,
                now,
                member.Name,
                role,
                member.TimeZone,
                member.SponsorId
            )
        );
        return member;
    }

    public void Describe(string name, string timeZone, int minutesPerDay, DateTimeOffset now)
    {
        (Name, TimeZone, MinutesPerDay) = (name.Trim(), timeZone, minutesPerDay);
        Touch();
        Tell(now);
    }

    public void Place(string role, Guid? sponsorId, DateTimeOffset now)
    {
        (Role, SponsorId) = (role, sponsorId);
        Touch();
        Tell(now);
    }

    /// <summary>Ends the membership: <see cref="Disabled"/> by others, <see cref="Left"/> by the member.</summary>
    public void End(User user, string status, DateTimeOffset now)
    {
        Status = status;
        user.Leave(WorkspaceId);
        Touch();
        Tell(now);
    }

    /// <summary>Back again, after having been disabled or, by a new invitation, after having left.</summary>
    public void Return(User user, DateTimeOffset now)
    {
        Status = Active;
        user.Join(WorkspaceId);
        Touch();
        Tell(now);
    }

    /// <summary>Tells of the member as they are.</summary>
    public void Tell(DateTimeOffset now) =>
        Raise(new MemberUpdated(WorkspaceId, Id, Version, now, Name, Role, TimeZone, MinutesPerDay, Status, SponsorId));
}
