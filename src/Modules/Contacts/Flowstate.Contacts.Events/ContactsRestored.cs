using Flowstate.Abstractions;

namespace Flowstate.Contacts.Events;

/// <summary>Up to 500 deleted contacts came back at once, with their open follow-ups. Take each in by its own version.</summary>
/// <param name="BatchId">Names this event alone: nothing else is told of it.</param>
[EventName("contacts.contacts-restored.v1")]
public sealed record ContactsRestored(
    Guid WorkspaceId,
    Guid BatchId,
    DateTimeOffset At,
    Guid? ByMemberId,
    IReadOnlyList<RestoredContact> Contacts
) : IIntegrationEvent
{
    Guid IIntegrationEvent.AggregateId => BatchId;

    long IIntegrationEvent.Version => 1;
}

public sealed record RestoredContact(ContactDetails Contact, IReadOnlyList<FollowUpDetails> FollowUps);
