using Flowstate.Contacts.Events;
using Flowstate.Intelligence.Persistence;
using Flowstate.Shared.Messaging;

namespace Flowstate.Intelligence.Reactions;

internal sealed class WhenContactsRestored(IntelligenceDbContext db, PlanNextActions plan) : IReaction<ContactsRestored>
{
    public async Task Handle(ContactsRestored heard, CancellationToken ct)
    {
        await db.CopyProfiles(heard.Contacts.Select(restored => restored.Contact), ct);
        await db.CopyFollowUps(
            [
                .. heard.Contacts.SelectMany(restored =>
                    restored.FollowUps.Select(open => new OpenFollowUp(
                        restored.Contact.ContactId,
                        restored.Contact.Version,
                        open
                    ))
                ),
            ],
            ct
        );
        await plan.For([.. heard.Contacts.Select(restored => restored.Contact.ContactId)], ct);
    }
}
