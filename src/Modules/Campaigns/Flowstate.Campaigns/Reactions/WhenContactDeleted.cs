using Flowstate.Campaigns.Persistence;
using Flowstate.Contacts.Events;
using Flowstate.Shared.Messaging;

namespace Flowstate.Campaigns.Reactions;

internal sealed class WhenContactDeleted(CampaignsDbContext db) : IReaction<ContactDeleted>
{
    public Task Handle(ContactDeleted heard, CancellationToken ct) =>
        db.DropRecipients([new(heard.ContactId, heard.Version)], ct);
}
