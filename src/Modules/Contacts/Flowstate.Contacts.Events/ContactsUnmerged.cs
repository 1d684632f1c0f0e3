using Flowstate.Abstractions;

namespace Flowstate.Contacts.Events;

/// <summary>
/// A merge was undone: both contacts are told whole, each by its own version. <paramref name="Sends"/> are the words that
/// went to the restored one before the merge.
/// </summary>
[EventName("contacts.contacts-unmerged.v1")]
public sealed record ContactsUnmerged(
    Guid WorkspaceId,
    long Version,
    DateTimeOffset At,
    Guid MergeId,
    Guid? ByMemberId,
    ContactState Kept,
    ContactState Restored,
    IReadOnlyList<Guid> Sends
) : IIntegrationEvent
{
    Guid IIntegrationEvent.AggregateId => Kept.Contact.ContactId;
}
