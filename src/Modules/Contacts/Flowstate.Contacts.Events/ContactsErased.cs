using Flowstate.Abstractions;

namespace Flowstate.Contacts.Events;

/// <summary>
/// Up to 500 contacts are gone for good: whoever knows something of them forgets it, and keeps no more than their ids. The
/// version is above all that was ever told of a contact, so that nothing older brings it back.
/// </summary>
/// <param name="BatchId">Names this event alone: nothing else is told of it.</param>
[EventName("contacts.contacts-erased.v1")]
public sealed record ContactsErased(
    Guid WorkspaceId,
    Guid BatchId,
    DateTimeOffset At,
    Guid? ByMemberId,
    IReadOnlyList<DeletedContact> Contacts
) : IIntegrationEvent
{
    Guid IIntegrationEvent.AggregateId => BatchId;

    long IIntegrationEvent.Version => 1;
}
