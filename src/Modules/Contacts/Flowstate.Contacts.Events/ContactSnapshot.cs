using Flowstate.Abstractions;

namespace Flowstate.Contacts.Events;

/// <summary>A replay: one contact as it is now, so that a new subscriber can fill itself. Drop it if older than the copy.</summary>
[EventName("contacts.contact-snapshot.v1")]
public sealed record ContactSnapshot(
    Guid WorkspaceId,
    long Version,
    DateTimeOffset At,
    ContactDetails Contact,
    DateTimeOffset? LastTouchAt,
    DateTimeOffset? NextTouchAt,
    int QualificationScore,
    string? NextStep,
    IReadOnlyList<string> RecordedFacts,
    IReadOnlyList<FollowUpDetails> FollowUps,
    bool Resting
) : IIntegrationEvent
{
    Guid IIntegrationEvent.AggregateId => Contact.ContactId;
}
