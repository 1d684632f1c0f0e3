using Flowstate.Shared.Persistence;

namespace Flowstate.Contacts.Domain;

/// <summary>
/// A fact as it was recorded. <see cref="EventId"/> is the sender's, unique in the workspace: the same event told
/// twice is one fact. The unique key decides who was first (RecordFact inserts with ON CONFLICT).
/// </summary>
internal sealed class RecordedFact : IWorkspaceOwned
{
    private RecordedFact() { }

    public Guid Id { get; private init; }

    public Guid WorkspaceId { get; private init; }

    public Guid ContactId { get; private init; }

    public string EventId { get; private init; } = "";

    public FactType Type { get; private init; }

    public DateTimeOffset At { get; private init; }

    public string Source { get; private init; } = "";

    public string? Properties { get; private init; }

    public string? Utm { get; private init; }

    public string? Consent { get; private init; }

    /// <summary>Whose day it counts for: the member who recorded it, else the contact's owner.</summary>
    public Guid ByMemberId { get; private init; }

    public DateTimeOffset RecordedAt { get; private init; }

    public static RecordedFact Of(
        Contact contact,
        Guid id,
        string eventId,
        FactType type,
        string source,
        DateTimeOffset at,
        Stamp stamp
    ) =>
        new()
        {
            Id = id,
            WorkspaceId = contact.WorkspaceId,
            ContactId = contact.Id,
            EventId = eventId,
            Type = type,
            Source = source,
            At = at,
            ByMemberId = stamp.By ?? contact.OwnerId,
            RecordedAt = stamp.Now,
        };
}
