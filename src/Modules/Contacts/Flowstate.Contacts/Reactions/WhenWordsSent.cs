using Flowstate.Campaigns.Events;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Reactions;

/// <summary>Words that were sent are part of the contact's history.</summary>
internal sealed class WhenWordsSent(ContactsDbContext db) : IReaction<WordsSent>
{
    public async Task Handle(WordsSent heard, CancellationToken ct)
    {
        // Words on their way while their contact was merged went to the same person.
        var contactId = await db.MergedInto(heard.ContactId, ct) ?? heard.ContactId;
        // Deleted contacts keep their history; one that never existed here has none.
        if (
            await db
                .Contacts.IgnoreQueryFilters([ContactsDbContext.AliveFilter])
                .AnyAsync(row => row.Id == contactId, ct)
        )
        {
            db.Add(
                new SentWords
                {
                    Id = heard.SendId,
                    WorkspaceId = heard.WorkspaceId,
                    ContactId = contactId,
                    ByMemberId = heard.MemberId,
                    Channel = heard.Channel,
                    Text = heard.Text,
                    At = heard.At.ToUniversalTime(),
                }
            );
        }
    }
}
