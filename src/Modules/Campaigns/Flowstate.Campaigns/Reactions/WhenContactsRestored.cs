using Flowstate.Campaigns.Persistence;
using Flowstate.Contacts.Events;
using Flowstate.Shared.Messaging;

namespace Flowstate.Campaigns.Reactions;

internal sealed class WhenContactsRestored(CampaignsDbContext db) : IReaction<ContactsRestored>
{
    public Task Handle(ContactsRestored heard, CancellationToken ct) =>
        db.CopyRecipients(heard.Contacts.Select(restored => restored.Contact), ct);
}
