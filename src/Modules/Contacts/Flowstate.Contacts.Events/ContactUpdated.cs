using Flowstate.Abstractions;

namespace Flowstate.Contacts.Events;

/// <summary>A contact's profile was edited; carries the whole profile after the edit.</summary>
[EventName("contacts.contact-updated.v1")]
public sealed record ContactUpdated(Guid WorkspaceId, long Version, DateTimeOffset At, ContactDetails Contact)
    : IIntegrationEvent
{
    Guid IIntegrationEvent.AggregateId => Contact.ContactId;
}
