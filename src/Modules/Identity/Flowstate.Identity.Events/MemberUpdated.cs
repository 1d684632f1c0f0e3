using Flowstate.Abstractions;

namespace Flowstate.Identity.Events;

/// <summary>A member's name, role, time zone (IANA id) or <paramref name="MinutesPerDay"/> for the daily list changed.</summary>
[EventName("identity.member-updated.v1")]
public sealed record MemberUpdated(
    Guid WorkspaceId,
    Guid MemberId,
    long Version,
    DateTimeOffset At,
    string Name,
    string Role,
    string TimeZone,
    int MinutesPerDay
) : IIntegrationEvent
{
    Guid IIntegrationEvent.AggregateId => MemberId;
}
