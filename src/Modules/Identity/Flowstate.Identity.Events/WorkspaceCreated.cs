using Flowstate.Abstractions;

namespace Flowstate.Identity.Events;

/// <summary>A workspace was founded. <paramref name="Country"/> is ISO 3166-1 alpha-2 or null, <paramref name="TimeZone"/> an IANA id.</summary>
[EventName("identity.workspace-created.v1")]
public sealed record WorkspaceCreated(
    Guid WorkspaceId,
    long Version,
    DateTimeOffset At,
    string Name,
    string? Country,
    string TimeZone,
    Guid OwnerId
) : IIntegrationEvent
{
    Guid IIntegrationEvent.AggregateId => WorkspaceId;
}
