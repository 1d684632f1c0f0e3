using Flowstate.Contacts.Events;
using Flowstate.Intelligence.Persistence;
using Flowstate.Shared.Messaging;

namespace Flowstate.Intelligence.Reactions;

internal sealed class WhenContactsImported(IntelligenceDbContext db, PlanNextActions plan) : IReaction<ContactsImported>
{
    public async Task Handle(ContactsImported heard, CancellationToken ct)
    {
        await db.CopyProfiles(heard.Contacts, ct);
        await plan.For([.. heard.Contacts.Select(contact => contact.ContactId).Distinct()], ct);
    }
}
