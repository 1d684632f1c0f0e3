using Flowstate.Identity.Domain;
using Flowstate.Identity.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Features.Members;

/// <summary>Who may give or take which role: nobody what they do not hold, and an owner's only an owner.</summary>
internal static class Rights
{
    public static readonly Error NotYours = new(
        ErrorKind.Forbidden,
        "identity.not-yours-to-grant",
        "You can give and take only rights that you have yourself."
    );

    public static readonly Error LastOwner = new(
        ErrorKind.Conflict,
        "identity.last-owner",
        "A workspace needs an owner. Make somebody else an owner first."
    );

    public static readonly Error NoSuchRole = new(
        ErrorKind.Unprocessable,
        "identity.unknown-role",
        "There is no such role."
    );

    public static readonly Error NoSuchSponsor = new(
        ErrorKind.Unprocessable,
        "identity.unknown-sponsor",
        "The sponsor is not a member of this workspace."
    );

    public static readonly Error NoSuchMember = new(
        ErrorKind.NotFound,
        "identity.member-not-found",
        "There is no such member."
    );

    public static bool Covers(this CurrentUser user, Role role) =>
        role.Name == Role.Owner
            ? user.Role == Role.Owner
            : Array.TrueForAll(role.Permissions, user.Permissions.Contains);

    /// <summary>A member of this status, where whoever asks has every right that theirs gives.</summary>
    public static async Task<Result<Member>> FindCovered(
        this IdentityDbContext db,
        Guid id,
        string status,
        CancellationToken ct
    )
    {
        var member = await db.Members.SingleOrDefaultAsync(row => row.Id == id && row.Status == status, ct);
        if (member is null)
        {
            return NoSuchMember;
        }

        var role = await db.Roles.AsNoTracking().SingleAsync(row => row.Name == member.Role, ct);
        return db.User.Covers(role) ? member : NotYours;
    }

    /// <summary>The lock behind every change of who is an owner; it lasts as long as the transaction.</summary>
    public static Task LockWorkspace(this IdentityDbContext db, CancellationToken ct) =>
        db
            .Workspaces.FromSql(
                $"select * from identity.workspaces where workspace_id = {db.User.WorkspaceId} for update"
            )
            .AsNoTracking()
            .SingleAsync(ct);

    /// <summary>A person, locked: which workspaces they are in is changed by one at a time.</summary>
    public static Task<User> LockUser(this IdentityDbContext db, Guid id, CancellationToken ct) =>
        db.Users.FromSql($"select * from identity.users where id = {id} for update").SingleAsync(ct);

    /// <summary>Right only behind <see cref="LockWorkspace"/>.</summary>
    public static async Task<bool> IsLastOwner(this IdentityDbContext db, Member member, CancellationToken ct) =>
        member is { Role: Role.Owner, Status: Member.Active }
        && !await db.Members.AnyAsync(
            row => row.Id != member.Id && row.Role == Role.Owner && row.Status == Member.Active,
            ct
        );
}
