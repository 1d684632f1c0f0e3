using Flowstate.Campaigns.Persistence;
using Flowstate.Identity.Events;
using Flowstate.Shared.Messaging;

namespace Flowstate.Campaigns.Reactions;

internal sealed class WhenMemberUpdated(CampaignsDbContext db) : IReaction<MemberUpdated>
{
    public Task Handle(MemberUpdated heard, CancellationToken ct) =>
        db.CopyMember(heard.MemberId, heard.Version, heard.Name, ct);
}
