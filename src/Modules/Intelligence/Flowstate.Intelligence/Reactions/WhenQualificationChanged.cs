using Flowstate.Contacts.Events;
using Flowstate.Intelligence.Persistence;
using Flowstate.Shared.Messaging;

namespace Flowstate.Intelligence.Reactions;

internal sealed class WhenQualificationChanged(IntelligenceDbContext db, PlanNextActions plan)
    : IReaction<QualificationChanged>
{
    public async Task Handle(QualificationChanged heard, CancellationToken ct)
    {
        await db.CopyQualification(heard.ContactId, heard.Version, heard.Score, ct);
        await plan.For([heard.ContactId], ct);
    }
}
