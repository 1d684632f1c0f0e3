using Flowstate.Campaigns.Persistence;
using Flowstate.Contacts.Events;
using Flowstate.Shared.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Campaigns.Reactions;

/// <summary>That something went out stays, for the counts; what it said does not.</summary>
internal sealed class WhenContactsErased(CampaignsDbContext db) : IReaction<ContactsErased>
{
    public async Task Handle(ContactsErased heard, CancellationToken ct)
    {
        await db.DropRecipients(heard.Contacts, ct);
        Guid[] ids = [.. heard.Contacts.Select(contact => contact.ContactId)];
        await db
            .Sends.Where(send => ids.Contains(send.ContactId))
            .ExecuteUpdateAsync(send => send.SetProperty(row => row.Text, ""), ct);
    }
}
