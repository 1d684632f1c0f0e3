using Flowstate.Abstractions;

namespace Flowstate.Contacts.Events;

/// <summary>How many days may pass between touches, by warmth; null means never. Re-date each contact from its last touch.</summary>
[EventName("contacts.cadence-changed.v1")]
public sealed record CadenceChanged(
    Guid WorkspaceId,
    long Version,
    DateTimeOffset At,
    int? One,
    int? Two,
    int? Three,
    int? Four,
    int? Five
) : IIntegrationEvent
{
    Guid IIntegrationEvent.AggregateId => WorkspaceId;
}
