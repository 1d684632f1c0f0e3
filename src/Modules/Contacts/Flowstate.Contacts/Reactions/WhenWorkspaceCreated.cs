using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Persistence;
using Flowstate.Identity.Events;
using Flowstate.Shared.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Reactions;

/// <summary>A new workspace starts with the cadence of the method.</summary>
internal sealed class WhenWorkspaceCreated(ContactsDbContext db) : IReaction<WorkspaceCreated>
{
    public async Task Handle(WorkspaceCreated heard, CancellationToken ct)
    {
        await db.HearWorkspace(heard.WorkspaceId, heard.Version, heard.Country, ct);
        if (!await db.Cadences.AnyAsync(ct))
        {
            db.Add(Cadence.Start(heard.WorkspaceId));
        }
    }
}

internal static class WorkspaceCopy
{
    public static async Task HearWorkspace(
        this ContactsDbContext db,
        Guid workspaceId,
        long version,
        string? country,
        CancellationToken ct
    )
    {
        var workspace = await db.Workspaces.SingleOrDefaultAsync(ct);
        if (workspace is null)
        {
            db.Add(workspace = new Workspace { WorkspaceId = workspaceId });
        }

        workspace.Hear(version, country);
    }
}
