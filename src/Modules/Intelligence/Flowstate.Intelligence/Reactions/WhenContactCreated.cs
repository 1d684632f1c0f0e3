using Flowstate.Contacts.Events;
using Flowstate.Intelligence.Persistence;
using Flowstate.Shared.Messaging;

namespace Flowstate.Intelligence.Reactions;

internal sealed class WhenContactCreated(IntelligenceDbContext db, PlanNextActions plan)
    : IBatchReaction<ContactCreated>
{
    public async Task Handle(IReadOnlyList<ContactCreated> heard, CancellationToken ct)
    {
        await db.CopyProfiles(heard.Select(each => each.Contact), ct);
        await plan.For([.. heard.Select(each => each.Contact.ContactId)], ct);
    }
}
