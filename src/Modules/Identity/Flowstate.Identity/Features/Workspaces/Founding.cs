using Flowstate.Identity.Domain;
using Flowstate.Identity.Persistence;
using Flowstate.Identity.Security;
using Flowstate.Shared.Identity;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Features.Workspaces;

/// <summary>A new workspace with its built-in roles and its owner, added to the context.</summary>
internal static class Founding
{
    // Advisory locks are per database; the number only has to be ours.
    private const long Lock = 0x466F756E64;

    /// <summary>
    /// True for one caller at a time, and only while nobody can sign in. The lock lasts as long as the transaction.
    /// </summary>
    public static async Task<bool> IsFirst(IdentityDbContext db, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Lock})", ct);
        return !await db.Users.AnyAsync(ct);
    }

    /// <summary>
    /// Enters a workspace that is not there yet. Before the transaction that founds it: within one, the workspace stays.
    /// </summary>
    public static void Enter(CurrentUser current) => current.Enter(Guid.CreateVersion7());

    public static Member Found(
        IdentityDbContext db,
        Guid id,
        GrantablePermissions grantable,
        User owner,
        string ownerName,
        string workspaceName,
        string? country,
        string timeZone,
        bool isOperator
    )
    {
        var now = owner.CreatedAt;
        var member = Member.Join(owner, id, ownerName, Role.Owner, timeZone, now);
        db.Workspaces.Add(Workspace.Found(id, workspaceName, country, timeZone, owner.Id, now, isOperator));
        db.Roles.AddRange(Role.BuiltInFor(id, grantable.All, isOperator));
        db.Users.Add(owner);
        db.Members.Add(member);
        return member;
    }
}
