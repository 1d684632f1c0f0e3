using Flowstate.Abstractions;

namespace Flowstate.Contacts.Events;

/// <summary>
/// A touch was logged. <paramref name="NextTouchAt"/> is null where the cadence says never or the contact rests after its
/// last "no, thanks"; <paramref name="Resting"/> says whether their last word was a no.
/// </summary>
[EventName("contacts.touch-logged.v1")]
public sealed record TouchLogged(
    Guid WorkspaceId,
    Guid ContactId,
    long Version,
    DateTimeOffset At,
    Guid TouchId,
    string Channel,
    string Outcome,
    Guid? ByMemberId,
    DateTimeOffset? LastTouchAt,
    DateTimeOffset? NextTouchAt,
    bool Resting
) : IIntegrationEvent
{
    Guid IIntegrationEvent.AggregateId => ContactId;
}
