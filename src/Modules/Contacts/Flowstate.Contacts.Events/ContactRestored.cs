using Flowstate.Abstractions;

namespace Flowstate.Contacts.Events;

/// <summary>A deleted contact came back; carries the whole profile. Its follow-ups are still open.</summary>
[EventName("contacts.contact-restored.v1")]
public sealed record ContactRestored(
    Guid WorkspaceId,
    long Version,
    DateTimeOffset At,
    ContactDetails Contact,
    IReadOnlyList<FollowUpDetails> FollowUps
) : IIntegrationEvent
{
    Guid IIntegrationEvent.AggregateId => Contact.ContactId;
}
