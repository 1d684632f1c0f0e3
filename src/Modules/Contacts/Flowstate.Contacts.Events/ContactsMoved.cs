using Flowstate.Abstractions;

namespace Flowstate.Contacts.Events;

/// <summary>
/// Up to 500 contacts moved in the pipeline at once, or were taken back to where they stood. Take each in by its own version:
/// nothing else is told of the move or of the follow-ups that it planned and cancelled.
/// </summary>
/// <param name="BatchId">Names this event alone: nothing else is told of it.</param>
[EventName("contacts.contacts-moved.v1")]
public sealed record ContactsMoved(
    Guid WorkspaceId,
    Guid BatchId,
    DateTimeOffset At,
    Guid? ByMemberId,
    string? Reason,
    IReadOnlyList<MovedContact> Contacts
) : IIntegrationEvent
{
    Guid IIntegrationEvent.AggregateId => BatchId;

    long IIntegrationEvent.Version => 1;
}

/// <summary>Stages are canonical codes. <paramref name="EnteredAt"/> is since when the contact stands there.</summary>
/// <param name="Planned">Follow-ups that came on the list, or got another date.</param>
/// <param name="Cancelled">Those that left it.</param>
public sealed record MovedContact(
    Guid ContactId,
    long Version,
    string From,
    string To,
    DateTimeOffset EnteredAt,
    bool Forced,
    IReadOnlyList<FollowUpDetails> Planned,
    IReadOnlyList<Guid> Cancelled
);
