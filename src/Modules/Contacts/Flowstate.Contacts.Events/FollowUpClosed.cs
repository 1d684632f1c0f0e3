using Flowstate.Abstractions;

namespace Flowstate.Contacts.Events;

/// <summary>A follow-up left the list. <paramref name="Status"/> is <c>done</c> or <c>cancelled</c>.</summary>
[EventName("contacts.follow-up-closed.v1")]
public sealed record FollowUpClosed(
    Guid WorkspaceId,
    Guid ContactId,
    long Version,
    DateTimeOffset At,
    Guid FollowUpId,
    string Status,
    Guid? ByMemberId
) : IIntegrationEvent
{
    Guid IIntegrationEvent.AggregateId => ContactId;
}
