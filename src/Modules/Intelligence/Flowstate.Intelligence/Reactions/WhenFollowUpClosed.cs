using Flowstate.Contacts.Events;
using Flowstate.Intelligence.Persistence;
using Flowstate.Shared.Messaging;

namespace Flowstate.Intelligence.Reactions;

internal sealed class WhenFollowUpClosed(IntelligenceDbContext db, PlanNextActions plan) : IReaction<FollowUpClosed>
{
    public async Task Handle(FollowUpClosed heard, CancellationToken ct)
    {
        await db.CloseFollowUps([new(heard.ContactId, heard.Version, heard.FollowUpId, heard.At)], ct);
        await plan.For([heard.ContactId], ct);
    }
}
