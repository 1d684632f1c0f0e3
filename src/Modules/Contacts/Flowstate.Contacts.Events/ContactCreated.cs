using Flowstate.Abstractions;

namespace Flowstate.Contacts.Events;

/// <summary>A contact was added by hand or through the API (an import raises <see cref="ContactsImported"/>).</summary>
[EventName("contacts.contact-created.v1")]
public sealed record ContactCreated(Guid WorkspaceId, long Version, DateTimeOffset At, ContactDetails Contact)
    : IIntegrationEvent
{
    Guid IIntegrationEvent.AggregateId => Contact.ContactId;
}
