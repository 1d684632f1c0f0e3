using Flowstate.Contacts.Persistence;
using Flowstate.Identity.Events;
using Flowstate.Shared.Messaging;

namespace Flowstate.Contacts.Reactions;

/// <summary>Keeps the country that phone numbers without a prefix are read in.</summary>
internal sealed class WhenWorkspaceUpdated(ContactsDbContext db) : IReaction<WorkspaceUpdated>
{
    public Task Handle(WorkspaceUpdated heard, CancellationToken ct) =>
        db.HearWorkspace(heard.WorkspaceId, heard.Version, heard.Country, ct);
}
