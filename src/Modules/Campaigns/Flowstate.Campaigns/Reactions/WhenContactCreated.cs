using Flowstate.Campaigns.Persistence;
using Flowstate.Contacts.Events;
using Flowstate.Shared.Messaging;

namespace Flowstate.Campaigns.Reactions;

internal sealed class WhenContactCreated(CampaignsDbContext db) : IReaction<ContactCreated>
{
    public Task Handle(ContactCreated heard, CancellationToken ct) => db.CopyRecipients([heard.Contact], ct);
}
