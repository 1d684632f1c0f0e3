using Flowstate.Contacts.Events;
using Flowstate.Intelligence.Persistence;
using Flowstate.Shared.Messaging;

namespace Flowstate.Intelligence.Reactions;

internal sealed class WhenFactRecorded(IntelligenceDbContext db, PlanNextActions plan) : IReaction<FactRecorded>
{
    public async Task Handle(FactRecorded heard, CancellationToken ct)
    {
        await db.CopyFacts(heard.ContactId, heard.Version, [heard.Type], heard.Type, heard.At, ct);
        await plan.For([heard.ContactId], ct);
    }
}
