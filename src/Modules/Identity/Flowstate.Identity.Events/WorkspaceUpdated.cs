using Flowstate.Abstractions;

namespace Flowstate.Identity.Events;

/// <summary>A workspace's name, country (ISO 3166-1 alpha-2 or null) or time zone (IANA id) changed.</summary>
[EventName("identity.workspace-updated.v1")]
public sealed record WorkspaceUpdated(
    Guid WorkspaceId,
    long Version,
    DateTimeOffset At,
    string Name,
    string? Country,
    string TimeZone
) : IIntegrationEvent
{
    Guid IIntegrationEvent.AggregateId => WorkspaceId;
}
