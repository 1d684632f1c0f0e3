using Flowstate.Abstractions;

namespace Flowstate.Identity.Events;

/// <summary>
/// A member's name, role, time zone (IANA id), <paramref name="MinutesPerDay"/> for the daily list, sponsor or status
/// (<c>active</c>, <c>disabled</c>, <c>left</c>) changed.
/// </summary>
[EventName("identity.member-updated.v1")]
public sealed record MemberUpdated(
    Guid WorkspaceId,
    Guid MemberId,
    long Version,
    DateTimeOffset At,
    string Name,
    string Role,
    string TimeZone,
    int MinutesPerDay,
    string Status = "active",
    Guid? SponsorId = null
) : IIntegrationEvent
{
    Guid IIntegrationEvent.AggregateId => MemberId;
}
