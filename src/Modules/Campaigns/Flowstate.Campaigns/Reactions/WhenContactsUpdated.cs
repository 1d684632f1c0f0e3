using Flowstate.Campaigns.Persistence;
using Flowstate.Contacts.Events;
using Flowstate.Shared.Messaging;

namespace Flowstate.Campaigns.Reactions;

internal sealed class WhenContactsUpdated(CampaignsDbContext db) : IReaction<ContactsUpdated>
{
    public Task Handle(ContactsUpdated heard, CancellationToken ct) => db.CopyRecipients(heard.Contacts, ct);
}
