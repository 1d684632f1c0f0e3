using Flowstate.Abstractions;

namespace Flowstate.Contacts.Events;

/// <summary>A follow-up was put on the list. <paramref name="TimeZone"/> is the contact's IANA zone, if known.</summary>
[EventName("contacts.follow-up-scheduled.v1")]
public sealed record FollowUpScheduled(
    Guid WorkspaceId,
    Guid ContactId,
    long Version,
    DateTimeOffset At,
    Guid FollowUpId,
    string Kind,
    string Title,
    DateTimeOffset DueAt,
    string? TimeZone
) : IIntegrationEvent
{
    Guid IIntegrationEvent.AggregateId => ContactId;
}
