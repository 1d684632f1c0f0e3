using Flowstate.Abstractions;

namespace Flowstate.Contacts.Events;

/// <summary>
/// Up to 500 contacts were tagged or given to somebody at once, or that was taken back; carries their whole profiles. Upsert
/// each by its own version.
/// </summary>
/// <param name="BatchId">Names this event alone: nothing else is told of it.</param>
[EventName("contacts.contacts-updated.v1")]
public sealed record ContactsUpdated(
    Guid WorkspaceId,
    Guid BatchId,
    DateTimeOffset At,
    Guid? ByMemberId,
    IReadOnlyList<ContactDetails> Contacts
) : IIntegrationEvent
{
    Guid IIntegrationEvent.AggregateId => BatchId;

    long IIntegrationEvent.Version => 1;
}
