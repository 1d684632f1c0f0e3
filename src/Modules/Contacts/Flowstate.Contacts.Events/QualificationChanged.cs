using Flowstate.Abstractions;

namespace Flowstate.Contacts.Events;

/// <summary>What is known of the prospect's why, desired outcome, timeline and decision maker: 25 points each.</summary>
[EventName("contacts.qualification-changed.v1")]
public sealed record QualificationChanged(Guid WorkspaceId, Guid ContactId, long Version, DateTimeOffset At, int Score)
    : IIntegrationEvent
{
    Guid IIntegrationEvent.AggregateId => ContactId;
}
