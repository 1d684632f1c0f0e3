using Flowstate.Contacts.Events;
using Flowstate.Intelligence.Persistence;
using Flowstate.Shared.Messaging;

namespace Flowstate.Intelligence.Reactions;

/// <summary>The kept contact has the history and the follow-ups of both; for the other there is nothing to do any more.</summary>
internal sealed class WhenContactsMerged(IntelligenceDbContext db, PlanNextActions plan) : IReaction<ContactsMerged>
{
    public async Task Handle(ContactsMerged heard, CancellationToken ct)
    {
        Guid[] both = [heard.Kept.Contact.ContactId, heard.MergedId];
        await db.Lock(both, ct);
        await db.CopyDeletions([new(heard.MergedId, heard.MergedVersion)], ct);
        await db.CopyWhole(heard.Kept, ct);
        await plan.For(both, ct);
    }
}
