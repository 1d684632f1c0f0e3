using Flowstate.Contacts.Events;
using Flowstate.Intelligence.Persistence;
using Flowstate.Shared.Messaging;

namespace Flowstate.Intelligence.Reactions;

internal sealed class WhenContactRestored(IntelligenceDbContext db, PlanNextActions plan) : IReaction<ContactRestored>
{
    public async Task Handle(ContactRestored heard, CancellationToken ct)
    {
        await db.CopyProfiles([heard.Contact], ct);
        await db.CopyFollowUps(heard.Contact.ContactId, heard.Version, heard.FollowUps, ct);
        await plan.For([heard.Contact.ContactId], ct);
    }
}
