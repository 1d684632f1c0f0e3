using Flowstate.Identity.Features.Invitations;
using Flowstate.Identity.Mail;
using Flowstate.Identity.Persistence;
using Flowstate.Identity.Security;
using Flowstate.Shared.Identity;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Jobs;

/// <summary>Mails an invitation. Its secret is made here: the queue never holds it.</summary>
internal sealed class SendInvitation(IdentityDbContext db, CurrentUser current, Letters letters, TimeProvider clock)
{
    public async Task Run(Guid workspaceId, Guid id, CancellationToken ct)
    {
        current.Enter(workspaceId);
        var invitation = await db.Invitations.SingleOrDefaultAsync(row => row.Id == id && row.ClosedAt == null, ct);
        if (invitation is null)
        {
            return;
        }

        var workspace = await db.Workspaces.Select(row => row.Name).SingleAsync(ct);
        var by = await db.Members.Where(row => row.Id == invitation.InvitedBy).Select(row => row.Name).SingleAsync(ct);
        var (secret, hash) = Secret.New();
        invitation.Prepare(hash);
        await db.SaveChangesAsync(ct);
        await letters.Invitation(invitation.Email, by, workspace, InvitationToken.Of(workspaceId, secret), ct);
        // After it: a mail server that was away is tried again.
        invitation.Send(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
    }
}
