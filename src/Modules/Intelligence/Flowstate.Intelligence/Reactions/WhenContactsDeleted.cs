using Flowstate.Contacts.Events;
using Flowstate.Intelligence.Persistence;
using Flowstate.Shared.Messaging;

namespace Flowstate.Intelligence.Reactions;

internal sealed class WhenContactsDeleted(IntelligenceDbContext db, PlanNextActions plan) : IReaction<ContactsDeleted>
{
    public async Task Handle(ContactsDeleted heard, CancellationToken ct)
    {
        await db.CopyDeletions(heard.Contacts, ct);
        await plan.For([.. heard.Contacts.Select(contact => contact.ContactId)], ct);
    }
}
