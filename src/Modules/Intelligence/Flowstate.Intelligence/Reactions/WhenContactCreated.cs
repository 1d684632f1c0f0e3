using Flowstate.Contacts.Events;
using Flowstate.Intelligence.Persistence;
using Flowstate.Shared.Messaging;

namespace Flowstate.Intelligence.Reactions;

internal sealed class WhenContactCreated(IntelligenceDbContext db, PlanNextActions plan) : IReaction<ContactCreated>
{
    public async Task Handle(ContactCreated heard, CancellationToken ct)
    {
        await db.CopyProfiles([heard.Contact], ct);
        await plan.For([heard.Contact.ContactId], ct);
    }
}
