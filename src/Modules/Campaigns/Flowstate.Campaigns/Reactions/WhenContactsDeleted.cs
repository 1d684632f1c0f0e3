using Flowstate.Campaigns.Persistence;
using Flowstate.Contacts.Events;
using Flowstate.Shared.Messaging;

namespace Flowstate.Campaigns.Reactions;

internal sealed class WhenContactsDeleted(CampaignsDbContext db) : IReaction<ContactsDeleted>
{
    public Task Handle(ContactsDeleted heard, CancellationToken ct) => db.DropRecipients(heard.Contacts, ct);
}
