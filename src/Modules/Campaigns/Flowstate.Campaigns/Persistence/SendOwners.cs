using Microsoft.EntityFrameworkCore;

namespace Flowstate.Campaigns.Persistence;

/// <summary>
/// Whose the words are that went to contacts which were merged, or came apart again. Only where the copy of the contact that
/// went or came back is not newer than what is told.
/// </summary>
internal static class SendOwners
{
    public static Task GiveSends(
        this CampaignsDbContext db,
        Guid mergedId,
        long version,
        Guid keptId,
        CancellationToken ct
    ) =>
        db.Database.ExecuteSqlAsync(
            $"""
            update campaigns.sends set contact_id = {keptId}
            where workspace_id = {db.User.WorkspaceId} and contact_id = {mergedId} and exists (
              select 1 from campaigns.recipients r
              where r.workspace_id = {db.User.WorkspaceId} and r.contact_id = {mergedId} and r.version = {version})
            """,
            ct
        );

    public static Task ReturnSends(
        this CampaignsDbContext db,
        Guid[] sends,
        Guid keptId,
        Guid restoredId,
        long version,
        CancellationToken ct
    ) =>
        db.Database.ExecuteSqlAsync(
            $"""
            update campaigns.sends set contact_id = {restoredId}
            where workspace_id = {db.User.WorkspaceId} and id = any({sends}) and contact_id = {keptId} and exists (
              select 1 from campaigns.recipients r
              where r.workspace_id = {db.User.WorkspaceId} and r.contact_id = {restoredId} and r.version = {version})
            """,
            ct
        );
}
