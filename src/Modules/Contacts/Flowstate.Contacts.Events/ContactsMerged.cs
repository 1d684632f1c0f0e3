using Flowstate.Abstractions;

namespace Flowstate.Contacts.Events;

/// <summary>
/// Two contacts were one person. The kept one is told whole; what hangs on <paramref name="MergedId"/> is the kept one's now,
/// and its copy is dropped by its own version.
/// </summary>
[EventName("contacts.contacts-merged.v1")]
public sealed record ContactsMerged(
    Guid WorkspaceId,
    long Version,
    DateTimeOffset At,
    Guid MergeId,
    Guid? ByMemberId,
    ContactState Kept,
    Guid MergedId,
    long MergedVersion
) : IIntegrationEvent
{
    Guid IIntegrationEvent.AggregateId => Kept.Contact.ContactId;
}
