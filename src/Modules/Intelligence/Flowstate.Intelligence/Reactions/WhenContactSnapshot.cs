using Flowstate.Contacts.Events;
using Flowstate.Intelligence.Domain;
using Flowstate.Intelligence.Persistence;
using Flowstate.Shared.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Intelligence.Reactions;

/// <summary>A replay fills an empty copy, and mends one that missed something; it never turns a newer one back.</summary>
internal sealed class WhenContactSnapshot(IntelligenceDbContext db, PlanNextActions plan) : IReaction<ContactSnapshot>
{
    private const string NoThanks = "noThanks";

    public async Task Handle(ContactSnapshot heard, CancellationToken ct)
    {
        var (id, version) = (heard.Contact.ContactId, heard.Version);
        await db.CopyProfiles([heard.Contact], ct);
        await db.CopyTouch(id, version, heard.LastTouchAt, await Rests(heard, ct), ct);
        await db.CopyQualification(id, version, heard.QualificationScore, ct);
        await db.CopyFacts(id, version, [.. heard.RecordedFacts], null, null, ct);
        await db.CloseOthers(id, version, [.. heard.FollowUps.Select(followUp => followUp.FollowUpId)], ct);
        await db.CopyFollowUps(id, version, heard.FollowUps, ct);
        await plan.For([id], ct);
    }

    // A snapshot does not say so outright: they rest while a rung of the ladder is open, and after the last one, when
    // there is no next touch although the cadence has one.
    private async Task<bool> Rests(ContactSnapshot heard, CancellationToken ct)
    {
        if (heard.FollowUps.Any(followUp => followUp.Kind == NoThanks))
        {
            return true;
        }

        var copy = await db.Cadences.AsNoTracking().SingleOrDefaultAsync(ct);
        return heard is { LastTouchAt: not null, NextTouchAt: null }
            && (copy?.Days ?? CadenceDays.Default).For(heard.Contact.Warmth) is not null;
    }
}
