using Flowstate.Abstractions;

namespace Flowstate.Contacts.Events;

/// <summary>An open follow-up got another date (snoozed, or asked for again).</summary>
[EventName("contacts.follow-up-rescheduled.v1")]
public sealed record FollowUpRescheduled(
    Guid WorkspaceId,
    Guid ContactId,
    long Version,
    DateTimeOffset At,
    Guid FollowUpId,
    string Kind,
    string Title,
    DateTimeOffset DueAt
) : IIntegrationEvent
{
    Guid IIntegrationEvent.AggregateId => ContactId;
}
