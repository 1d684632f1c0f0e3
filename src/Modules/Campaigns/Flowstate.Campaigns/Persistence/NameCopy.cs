using Microsoft.EntityFrameworkCore;

namespace Flowstate.Campaigns.Persistence;

/// <summary>The names that words are signed with, copied from events; only a newer version writes.</summary>
internal static class NameCopy
{
    public static Task CopyWorkspace(this CampaignsDbContext db, long version, string name, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into campaigns.workspaces (workspace_id, version, name)
            values ({db.User.WorkspaceId}, {version}, {name})
            on conflict (workspace_id) do update set version = excluded.version, name = excluded.name
            where excluded.version > workspaces.version
            """,
            ct
        );

    public static Task CopyMember(
        this CampaignsDbContext db,
        Guid memberId,
        long version,
        string name,
        CancellationToken ct
    ) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into campaigns.members (workspace_id, member_id, version, name)
            values ({db.User.WorkspaceId}, {memberId}, {version}, {name})
            on conflict (workspace_id, member_id) do update set version = excluded.version, name = excluded.name
            where excluded.version > members.version
            """,
            ct
        );
}
