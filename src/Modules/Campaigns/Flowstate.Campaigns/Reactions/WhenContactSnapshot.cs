using Flowstate.Campaigns.Persistence;
using Flowstate.Contacts.Events;
using Flowstate.Shared.Messaging;

namespace Flowstate.Campaigns.Reactions;

internal sealed class WhenContactSnapshot(CampaignsDbContext db) : IReaction<ContactSnapshot>
{
    public Task Handle(ContactSnapshot heard, CancellationToken ct) => db.CopyRecipients([heard.Contact], ct);
}
