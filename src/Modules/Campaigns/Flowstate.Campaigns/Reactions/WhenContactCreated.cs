using Flowstate.Campaigns.Persistence;
using Flowstate.Contacts.Events;
using Flowstate.Shared.Messaging;

namespace Flowstate.Campaigns.Reactions;

internal sealed class WhenContactCreated(CampaignsDbContext db) : IBatchReaction<ContactCreated>
{
    public Task Handle(IReadOnlyList<ContactCreated> heard, CancellationToken ct) =>
        db.CopyRecipients(heard.Select(each => each.Contact), ct);
}
