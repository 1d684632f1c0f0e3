using Flowstate.Campaigns.Persistence;
using Flowstate.Contacts.Events;
using Flowstate.Shared.Messaging;

namespace Flowstate.Campaigns.Reactions;

internal sealed class WhenContactsUnmerged(CampaignsDbContext db) : IReaction<ContactsUnmerged>
{
    public async Task Handle(ContactsUnmerged heard, CancellationToken ct)
    {
        var (kept, restored) = (heard.Kept.Contact, heard.Restored.Contact);
        await db.CopyRecipients([kept, restored], ct);
        await db.ReturnSends([.. heard.Sends], kept.ContactId, restored.ContactId, restored.Version, ct);
    }
}
