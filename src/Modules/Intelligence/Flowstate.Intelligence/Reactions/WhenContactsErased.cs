using Flowstate.Contacts.Events;
using Flowstate.Intelligence.Persistence;
using Flowstate.Shared.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Intelligence.Reactions;

internal sealed class WhenContactsErased(IntelligenceDbContext db, PlanNextActions plan) : IReaction<ContactsErased>
{
    public async Task Handle(ContactsErased heard, CancellationToken ct)
    {
        Guid[] ids = [.. heard.Contacts.Select(contact => contact.ContactId)];
        await db.Lock(ids, ct);
        await db.CopyDeletions(heard.Contacts, ct);
        await db.ForgetSubjects(ids, ct);
        await db
            .FollowUps.Where(followUp => ids.Contains(followUp.ContactId) && followUp.Open)
            .ExecuteUpdateAsync(
                followUp => followUp.SetProperty(row => row.Title, "").SetProperty(row => row.Open, false),
                ct
            );
        await db.Snoozes.Where(snooze => ids.Contains(snooze.ContactId)).ExecuteDeleteAsync(ct);
        await plan.For(ids, ct);
    }
}
