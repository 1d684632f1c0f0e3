using Flowstate.Abstractions;

namespace Flowstate.Intelligence.Events;

/// <summary>
/// A member put off what was next for a contact. <paramref name="FollowUpId"/> is the open follow-up that the action
/// came from, if it came from one: whoever owns it re-dates it to <paramref name="Until"/>.
/// <paramref name="Version"/> counts the snoozes of this contact.
/// </summary>
[EventName("intelligence.next-action-snoozed.v1")]
public sealed record NextActionSnoozed(
    Guid WorkspaceId,
    Guid ContactId,
    long Version,
    DateTimeOffset At,
    Guid MemberId,
    Guid? FollowUpId,
    DateTimeOffset Until,
    string? Reason
) : IIntegrationEvent
{
    Guid IIntegrationEvent.AggregateId => ContactId;
}
