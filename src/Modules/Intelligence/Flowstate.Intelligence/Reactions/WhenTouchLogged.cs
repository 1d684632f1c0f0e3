using Flowstate.Contacts.Events;
using Flowstate.Intelligence.Persistence;
using Flowstate.Shared.Messaging;

namespace Flowstate.Intelligence.Reactions;

internal sealed class WhenTouchLogged(IntelligenceDbContext db, PlanNextActions plan) : IReaction<TouchLogged>
{
    public async Task Handle(TouchLogged heard, CancellationToken ct)
    {
        await db.CopyTouch(heard.ContactId, heard.Version, heard.LastTouchAt, heard.Resting, ct);
        await plan.For([heard.ContactId], ct);
    }
}
