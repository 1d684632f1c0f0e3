using Flowstate.Contacts.Events;
using Flowstate.Intelligence.Persistence;
using Flowstate.Shared.Messaging;

namespace Flowstate.Intelligence.Reactions;

internal sealed class WhenContactDeleted(IntelligenceDbContext db, PlanNextActions plan) : IReaction<ContactDeleted>
{
    public async Task Handle(ContactDeleted heard, CancellationToken ct)
    {
        await db.CopyDeletions([new(heard.ContactId, heard.Version)], ct);
        await plan.For([heard.ContactId], ct);
    }
}
