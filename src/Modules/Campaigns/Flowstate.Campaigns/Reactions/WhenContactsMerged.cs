using Flowstate.Campaigns.Persistence;
using Flowstate.Contacts.Events;
using Flowstate.Shared.Messaging;

namespace Flowstate.Campaigns.Reactions;

/// <summary>One of two is not written to any more, and what was sent to them was sent to the other.</summary>
internal sealed class WhenContactsMerged(CampaignsDbContext db) : IReaction<ContactsMerged>
{
    public async Task Handle(ContactsMerged heard, CancellationToken ct)
    {
        await db.CopyRecipients([heard.Kept.Contact], ct);
        await db.DropRecipients([new(heard.MergedId, heard.MergedVersion)], ct);
        await db.GiveSends(heard.MergedId, heard.MergedVersion, heard.Kept.Contact.ContactId, ct);
    }
}
