using Flowstate.Campaigns.Persistence;
using Flowstate.Contacts.Events;
using Flowstate.Shared.Messaging;

namespace Flowstate.Campaigns.Reactions;

internal sealed class WhenContactsImported(CampaignsDbContext db) : IReaction<ContactsImported>
{
    public Task Handle(ContactsImported heard, CancellationToken ct) => db.CopyRecipients(heard.Contacts, ct);
}
