using Flowstate.Abstractions;

namespace Flowstate.Contacts.Events;

/// <summary>Up to 500 contacts were put away at once; each may be restored. Take each in by its own version.</summary>
/// <param name="BatchId">Names this event alone: nothing else is told of it.</param>
[EventName("contacts.contacts-deleted.v1")]
public sealed record ContactsDeleted(
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

public sealed record DeletedContact(Guid ContactId, long Version);
