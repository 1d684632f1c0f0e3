using Flowstate.Contacts.Events;
using Flowstate.Intelligence.Persistence;
using Flowstate.Shared.Messaging;

namespace Flowstate.Intelligence.Reactions;

/// <summary>A replay fills an empty copy, and mends one that missed something; it never turns a newer one back.</summary>
internal sealed class WhenContactSnapshot(IntelligenceDbContext db, PlanNextActions plan) : IReaction<ContactSnapshot>
{
    public async Task Handle(ContactSnapshot heard, CancellationToken ct)
    {
        var (id, version) = (heard.Contact.ContactId, heard.Version);
        await db.CopyProfiles([heard.Contact], ct);
        await db.CopyTouch(id, version, heard.LastTouchAt, heard.Resting, ct);
        await db.CopyQualification(id, version, heard.QualificationScore, ct);
        await db.CopyFacts(id, version, [.. heard.RecordedFacts], null, null, ct);
        await db.CloseOthers(id, version, [.. heard.FollowUps.Select(followUp => followUp.FollowUpId)], ct);
        await db.CopyFollowUps(id, version, heard.FollowUps, ct);
        await plan.For([id], ct);
    }
}
