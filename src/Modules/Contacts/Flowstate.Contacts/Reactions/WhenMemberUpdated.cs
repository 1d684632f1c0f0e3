using Flowstate.Contacts.Persistence;
using Flowstate.Identity.Events;
using Flowstate.Shared.Messaging;

namespace Flowstate.Contacts.Reactions;

/// <summary>A member's new name or time zone: the day's progress follows their calendar from now on.</summary>
internal sealed class WhenMemberUpdated(ContactsDbContext db) : IReaction<MemberUpdated>
{
    public async Task Handle(MemberUpdated heard, CancellationToken ct) =>
        (await db.MemberCopy(heard.WorkspaceId, heard.MemberId, ct)).Hear(
            heard.Version,
            heard.Name,
            heard.Role,
            heard.TimeZone,
            heard.SponsorId
        );
}
