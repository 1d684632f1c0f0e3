using Flowstate.Identity.Domain;
using Flowstate.Identity.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Features.Profile;

/// <summary>The signed-in member as the web app needs it: who, where, and what is allowed.</summary>
/// <param name="TimeZone">IANA id.</param>
/// <param name="MinutesPerDay">How long the daily list may take.</param>
/// <param name="Version">Of the profile: what an edit of it names as If-Match.</param>
internal sealed record Me(
    Guid Id,
    string Name,
    string Email,
    string TimeZone,
    int MinutesPerDay,
    string Role,
    string[] Permissions,
    MyWorkspace Workspace,
    long Version
)
{
    /// <summary>Null where the user is no member of the entered workspace.</summary>
    public static Task<Me?> Of(Guid userId, IdentityDbContext db, CancellationToken ct) =>
        (
            from member in db.Members
            join user in db.Users on member.Id equals user.Id
            join role in db.Roles on member.Role equals role.Name
            join workspace in db.Workspaces on member.WorkspaceId equals workspace.WorkspaceId
            where member.Id == userId && member.Status == Member.Active
            select new Me(
                member.Id,
                member.Name,
                user.Email,
                member.TimeZone,
                member.MinutesPerDay,
                member.Role,
                role.Permissions,
                new MyWorkspace(workspace.Id, workspace.Name, workspace.Country, workspace.TimeZone, workspace.Version),
                member.Version
            )
        )
            .AsNoTracking()
            .SingleOrDefaultAsync(ct);
}

/// <summary>A workspace and the version that an edit of it names as If-Match.</summary>
internal sealed record MyWorkspace(Guid Id, string Name, string? Country, string TimeZone, long Version);
