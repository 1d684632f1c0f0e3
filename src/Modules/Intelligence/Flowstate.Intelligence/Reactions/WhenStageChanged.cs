using Flowstate.Contacts.Events;
using Flowstate.Intelligence.Persistence;
using Flowstate.Shared.Messaging;

namespace Flowstate.Intelligence.Reactions;

internal sealed class WhenStageChanged(IntelligenceDbContext db, PlanNextActions plan) : IReaction<StageChanged>
{
    public async Task Handle(StageChanged heard, CancellationToken ct)
    {
        MovedContact moved = new(heard.ContactId, heard.Version, heard.From, heard.To, heard.At, heard.Forced, [], []);
        await db.CopyStages([moved], ct);
        await plan.For([heard.ContactId], ct);
    }
}
