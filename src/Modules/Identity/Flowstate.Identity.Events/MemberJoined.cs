using Flowstate.Abstractions;

namespace Flowstate.Identity.Events;

/// <summary>A person became a member of a workspace. <paramref name="TimeZone"/> is the member's own, an IANA id; <paramref name="SponsorId"/> is who brought them.</summary>
[EventName("identity.member-joined.v1")]
public sealed record MemberJoined(
    Guid WorkspaceId,
    Guid MemberId,
    long Version,
    DateTimeOffset At,
    string Name,
    string Role,
    string TimeZone,
    Guid? SponsorId = null
) : IIntegrationEvent
{
    Guid IIntegrationEvent.AggregateId => MemberId;
}
