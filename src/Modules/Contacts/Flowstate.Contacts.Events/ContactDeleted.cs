using Flowstate.Abstractions;

namespace Flowstate.Contacts.Events;

/// <summary>A contact was put away; it may be restored.</summary>
[EventName("contacts.contact-deleted.v1")]
public sealed record ContactDeleted(Guid WorkspaceId, Guid ContactId, long Version, DateTimeOffset At, Guid? ByMemberId)
    : IIntegrationEvent
{
    Guid IIntegrationEvent.AggregateId => ContactId;
}
