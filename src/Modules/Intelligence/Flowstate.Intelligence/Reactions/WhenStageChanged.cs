using Flowstate.Contacts.Events;
using Flowstate.Intelligence.Persistence;
using Flowstate.Shared.Messaging;

namespace Flowstate.Intelligence.Reactions;

internal sealed class WhenStageChanged(IntelligenceDbContext db, PlanNextActions plan) : IReaction<StageChanged>
{
    public async Task Handle(StageChanged heard, CancellationToken ct)
    {
        await db.CopyStage(heard.ContactId, heard.Version, heard.To, heard.At, ct);
        await plan.For([heard.ContactId], ct);
    }
}
