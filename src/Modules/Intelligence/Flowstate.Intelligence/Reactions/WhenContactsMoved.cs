using Flowstate.Contacts.Events;
using Flowstate.Intelligence.Persistence;
using Flowstate.Shared.Messaging;

namespace Flowstate.Intelligence.Reactions;

internal sealed class WhenContactsMoved(IntelligenceDbContext db, PlanNextActions plan) : IReaction<ContactsMoved>
{
    public async Task Handle(ContactsMoved heard, CancellationToken ct)
    {
        await db.CopyStages(heard.Contacts, ct);
        await db.CopyFollowUps(
            [
                .. heard.Contacts.SelectMany(moved =>
                    moved.Planned.Select(open => new OpenFollowUp(moved.ContactId, moved.Version, open))
                ),
            ],
            ct
        );
        await db.CloseFollowUps(
            [
                .. heard.Contacts.SelectMany(moved =>
                    moved.Cancelled.Select(id => new ClosedFollowUp(moved.ContactId, moved.Version, id, heard.At))
                ),
            ],
            ct
        );
        await plan.For([.. heard.Contacts.Select(moved => moved.ContactId)], ct);
    }
}
