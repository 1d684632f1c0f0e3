using Flowstate.Campaigns.Persistence;
using Flowstate.Identity.Events;
using Flowstate.Shared.Messaging;

namespace Flowstate.Campaigns.Reactions;

internal sealed class WhenMemberJoined(CampaignsDbContext db) : IReaction<MemberJoined>
{
    public Task Handle(MemberJoined heard, CancellationToken ct) =>
        db.CopyMember(heard.MemberId, heard.Version, heard.Name, ct);
}
