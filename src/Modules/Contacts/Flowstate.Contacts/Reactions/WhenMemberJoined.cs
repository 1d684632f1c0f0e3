using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Persistence;
using Flowstate.Identity.Events;
using Flowstate.Shared.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Reactions;

/// <summary>Keeps our copy of the team: names for the timeline, calendars for the daily progress, the tree for its counts.</summary>
internal sealed class WhenMemberJoined(ContactsDbContext db) : IReaction<MemberJoined>
{
    public async Task Handle(MemberJoined heard, CancellationToken ct) =>
        (await db.MemberCopy(heard.WorkspaceId, heard.MemberId, ct)).Hear(
            heard.Version,
            heard.Name,
            heard.Role,
            heard.TimeZone,
            heard.SponsorId
        );
}

internal static class TeamCopy
{
    public static async Task<Member> MemberCopy(
        this ContactsDbContext db,
        Guid workspaceId,
        Guid memberId,
        CancellationToken ct
    )
    {
        var member = await db.Members.SingleOrDefaultAsync(row => row.Id == memberId, ct);
        if (member is null)
        {
            db.Add(member = new Member { Id = memberId, WorkspaceId = workspaceId });
        }

        return member;
    }
}
