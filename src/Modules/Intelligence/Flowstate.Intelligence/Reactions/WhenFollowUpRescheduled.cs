using Flowstate.Contacts.Events;
using Flowstate.Intelligence.Persistence;
using Flowstate.Shared.Messaging;

namespace Flowstate.Intelligence.Reactions;

internal sealed class WhenFollowUpRescheduled(IntelligenceDbContext db, PlanNextActions plan)
    : IReaction<FollowUpRescheduled>
{
    public async Task Handle(FollowUpRescheduled heard, CancellationToken ct)
    {
        FollowUpDetails open = new(heard.FollowUpId, heard.Kind, heard.Title, heard.DueAt, 0);
        await db.CopyFollowUps(heard.ContactId, heard.Version, [open], ct);
        await plan.For([heard.ContactId], ct);
    }
}
