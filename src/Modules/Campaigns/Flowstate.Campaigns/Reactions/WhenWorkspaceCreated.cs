using Flowstate.Campaigns.Domain;
using Flowstate.Campaigns.Persistence;
using Flowstate.Identity.Events;
using Flowstate.Shared.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Campaigns.Reactions;

internal sealed class WhenWorkspaceCreated(CampaignsDbContext db, TimeProvider clock) : IReaction<WorkspaceCreated>
{
    public async Task Handle(WorkspaceCreated heard, CancellationToken ct)
    {
        await db.CopyWorkspace(heard.Version, heard.Name, ct);
        // Told again after a long time (a replay), it must not bring back what a workspace deleted or edited.
        if (!await db.Templates.AnyAsync(ct))
        {
            db.Templates.AddRange(BuiltInTemplates.All.Select(draft => Template.Ship(draft, clock.GetUtcNow())));
        }
    }
}
