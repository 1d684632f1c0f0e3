using Flowstate.Campaigns.Persistence;
using Flowstate.Identity.Events;
using Flowstate.Shared.Messaging;

namespace Flowstate.Campaigns.Reactions;

internal sealed class WhenWorkspaceUpdated(CampaignsDbContext db) : IReaction<WorkspaceUpdated>
{
    public Task Handle(WorkspaceUpdated heard, CancellationToken ct) => db.CopyWorkspace(heard.Version, heard.Name, ct);
}
