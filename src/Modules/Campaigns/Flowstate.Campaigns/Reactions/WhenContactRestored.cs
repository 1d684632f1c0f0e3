using Flowstate.Campaigns.Persistence;
using Flowstate.Contacts.Events;
using Flowstate.Shared.Messaging;

namespace Flowstate.Campaigns.Reactions;

internal sealed class WhenContactRestored(CampaignsDbContext db) : IReaction<ContactRestored>
{
    public Task Handle(ContactRestored heard, CancellationToken ct) => db.CopyRecipients([heard.Contact], ct);
}
