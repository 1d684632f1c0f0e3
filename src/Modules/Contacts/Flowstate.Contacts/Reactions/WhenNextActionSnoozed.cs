using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Persistence;
using Flowstate.Intelligence.Events;
using Flowstate.Shared.Messaging;
using Flowstate.Shared.Slices;

namespace Flowstate.Contacts.Reactions;

/// <summary>Putting an action off re-dates the follow-up it came from, and is shown in the timeline.</summary>
internal sealed class WhenNextActionSnoozed(ContactsDbContext db) : IReaction<NextActionSnoozed>
{
    public async Task Handle(NextActionSnoozed heard, CancellationToken ct)
    {
        var (at, until) = (heard.At.ToUniversalTime(), heard.Until.ToUniversalTime());
        await db.Change<Done>(
            heard.ContactId,
            contact =>
            {
                db.Add(
                    new Snooze
                    {
                        Id = Guid.CreateVersion7(at),
                        WorkspaceId = heard.WorkspaceId,
                        ContactId = heard.ContactId,
                        ByMemberId = heard.MemberId,
                        Until = until,
                        Reason = heard.Reason,
                        At = at,
                    }
                );
                if (heard.FollowUpId is { } followUp)
                {
                    contact.SnoozeFollowUp(followUp, until, new Stamp(heard.MemberId, at));
                }

                return default(Done);
            },
            ct
        );
    }
}
