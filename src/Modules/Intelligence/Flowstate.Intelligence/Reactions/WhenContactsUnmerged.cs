using Flowstate.Contacts.Events;
using Flowstate.Intelligence.Persistence;
using Flowstate.Shared.Messaging;

namespace Flowstate.Intelligence.Reactions;

internal sealed class WhenContactsUnmerged(IntelligenceDbContext db, PlanNextActions plan) : IReaction<ContactsUnmerged>
{
    public async Task Handle(ContactsUnmerged heard, CancellationToken ct)
    {
        Guid[] both = [heard.Kept.Contact.ContactId, heard.Restored.Contact.ContactId];
        await db.Lock(both, ct);
        // The restored one first: its follow-ups are not the kept one's any more, and not closed.
        await db.CopyWhole(heard.Restored, ct);
        await db.CopyWhole(heard.Kept, ct);
        await plan.For(both, ct);
    }
}
