using Flowstate.Contacts.Events;
using Flowstate.Intelligence.Persistence;
using Flowstate.Shared.Messaging;

namespace Flowstate.Intelligence.Reactions;

internal sealed class WhenContactUpdated(IntelligenceDbContext db, PlanNextActions plan) : IReaction<ContactUpdated>
{
    public async Task Handle(ContactUpdated heard, CancellationToken ct)
    {
        await db.CopyProfiles([heard.Contact], ct);
        await plan.For([heard.Contact.ContactId], ct);
    }
}
