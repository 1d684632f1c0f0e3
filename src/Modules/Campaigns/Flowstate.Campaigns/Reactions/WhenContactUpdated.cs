using Flowstate.Campaigns.Persistence;
using Flowstate.Contacts.Events;
using Flowstate.Shared.Messaging;

namespace Flowstate.Campaigns.Reactions;

internal sealed class WhenContactUpdated(CampaignsDbContext db) : IReaction<ContactUpdated>
{
    public Task Handle(ContactUpdated heard, CancellationToken ct) => db.CopyRecipients([heard.Contact], ct);
}
