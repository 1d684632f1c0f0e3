using Flowstate.Shared.Persistence;

namespace Flowstate.Contacts.Domain;

/// <summary>That there was somebody who is erased: the id, which says nothing of the person.</summary>
internal sealed class ErasedContact : IWorkspaceOwned
{
    private ErasedContact() { }

    public Guid WorkspaceId { get; private init; }

    public Guid ContactId { get; private init; }

    public DateTimeOffset ErasedAt { get; private init; }

    /// <summary>Null where their 30 days as a deleted contact were over.</summary>
    public Guid? ByMemberId { get; private init; }
}
