using Flowstate.Abstractions;

namespace Flowstate.Contacts.Events;

/// <summary>An import wrote up to 500 contacts: new ones, and old ones it completed. Upsert each by its own version.</summary>
[EventName("contacts.contacts-imported.v1")]
public sealed record ContactsImported(
    Guid WorkspaceId,
    long Version,
    DateTimeOffset At,
    Guid ImportId,
    IReadOnlyList<ContactDetails> Contacts
) : IIntegrationEvent
{
    Guid IIntegrationEvent.AggregateId => ImportId;
}
