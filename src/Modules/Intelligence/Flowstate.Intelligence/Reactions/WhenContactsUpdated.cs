using Flowstate.Contacts.Events;
using Flowstate.Intelligence.Persistence;
using Flowstate.Shared.Messaging;

namespace Flowstate.Intelligence.Reactions;

internal sealed class WhenContactsUpdated(IntelligenceDbContext db, PlanNextActions plan) : IReaction<ContactsUpdated>
{
    public async Task Handle(ContactsUpdated heard, CancellationToken ct)
    {
        await db.CopyProfiles(heard.Contacts, ct);
        await plan.For([.. heard.Contacts.Select(contact => contact.ContactId).Distinct()], ct);
    }
}
