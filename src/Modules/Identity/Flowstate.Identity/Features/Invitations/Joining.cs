using Flowstate.Identity.Domain;
using Flowstate.Identity.Features.Accounts;
using Flowstate.Identity.Features.Members;
using Flowstate.Identity.Persistence;
using Flowstate.Identity.Security;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Identity.Features.Invitations;

/// <summary>Takes the place that an invitation keeps, for somebody of whom its caller knows who they are.</summary>
internal sealed class Joining(
    IdentityDbContext db,
    CurrentUser current,
    SessionCheck check,
    IServiceScopeFactory scopes,
    TimeProvider clock
)
{
    private static readonly Error ForAnother = new(
        ErrorKind.Conflict,
        "identity.invitation-for-another",
        "This invitation is for another mail address than the one you are signed in with."
    );

    /// <summary>Who has just signed in joins, and is in that workspace from then on.</summary>
    /// <returns>The workspace; else 422 <c>identity.link-spent</c> or 409 <c>identity.invitation-for-another</c>.</returns>
    public async Task<Result<Guid>> TakeUp(Guid userId, string token, CancellationToken ct)
    {
        if (!InvitationToken.TryRead(token, out var workspaceId, out var hash))
        {
            return Links.Spent;
        }

        current.Enter(workspaceId);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await Lock(workspaceId, hash, ct) is not { } invitation)
        {
            return Links.Spent;
        }

        var person = await Invited(userId, invitation, ct);
        if (person.Error is { } error)
        {
            return error;
        }

        await Place(person.Value, invitation, null, null, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        await Forget(workspaceId, userId);
        return workspaceId;
    }

    /// <summary>An open invitation, locked, so that of two clicks at once the second finds nothing.</summary>
    public Task<Invitation?> Lock(Guid workspaceId, byte[] hash, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db
            .Invitations.FromSql(
                $"select * from identity.invitations where workspace_id = {workspaceId} and secret_hash = {hash} for update"
            )
            .SingleOrDefaultAsync(row => row.ClosedAt == null && row.ExpiresAt > now, ct);
    }

    public async Task<Result<User>> Invited(Guid userId, Invitation invitation, CancellationToken ct)
    {
        var user = await db.LockUser(userId, ct);
        // Read before the lock, by a sign-in, it may be older than what was locked.
        await db.Entry(user).ReloadAsync(ct);
        return user.Email == invitation.Email ? user : ForAnother;
    }

    /// <summary>Closes the invitation. Its caller saves, and forgets after the commit.</summary>
    /// <param name="zone">IANA id; the workspace's where nothing is said.</param>
    public async Task Place(User user, Invitation invitation, string? name, string? zone, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        invitation.Close(now);
        // Who was here before comes back to what is still under their name; who is here stays as they are.
        if (await db.Members.SingleOrDefaultAsync(row => row.Id == user.Id, ct) is { } before)
        {
            if (before.Status != Member.Active)
            {
                before.Return(user, now);
                before.Place(invitation.Role, invitation.SponsorId ?? before.SponsorId, now);
            }

            return;
        }

        zone ??= await db.Workspaces.Select(row => row.TimeZone).SingleAsync(ct);
        name ??= await NameElsewhere(user, ct) ?? invitation.Email.Split('@')[0];
        db.Members.Add(
            Member.Join(user, invitation.WorkspaceId, name, invitation.Role, zone, now, invitation.SponsorId)
        );
    }

    // Another workspace's rows are behind the wall of this one.
    private async Task<string?> NameElsewhere(User user, CancellationToken ct)
    {
        if (user.Workspaces is not [var elsewhere, ..])
        {
            return null;
        }

        await using var there = new WorkspaceScope(scopes, elsewhere);
        return await there.Db.Members.Where(row => row.Id == user.Id).Select(row => row.Name).SingleOrDefaultAsync(ct);
    }

    public async Task Forget(Guid workspaceId, Guid userId)
    {
        await check.ForgetUser(userId);
        // Who comes back has keys from before.
        await check.ForgetMember(workspaceId, userId);
    }
}
