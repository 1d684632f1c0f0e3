using Flowstate.Contacts.Events;

namespace Flowstate.Contacts.Domain;

internal sealed partial class Contact
{
    public Standing Standing() =>
        new(Stage, StageEnteredAt, ReturnsTo, Qualification, Rhythm.Evidence, Rhythm.PresentedAt, Rhythm.NextStep);

    /// <summary>Put away for another that is the same person; the merge tells of it, and leads there.</summary>
    public void GiveWay(DateTimeOffset now)
    {
        DeletedAt = now;
        _points.ForEach(point => point.Active = false);
        Rhythm.Advance();
        Touch();
    }

    /// <summary>There again after a merge was undone. Its history has to be its own again, and its follow-ups loaded.</summary>
    public void ComeBack(CadenceDays cadence, long sequence)
    {
        DeletedAt = null;
        _points.ForEach(point => point.Active = true);
        Rhythm.Redate(Warmth, cadence);
        Replan();
        Rhythm.Overtake(sequence);
        Touch();
    }

    /// <summary>
    /// Part of a merge or of its undo, which tell of it: profile and standing are given whole, the rhythm follows from the
    /// history and from the open follow-ups, which have to be loaded.
    /// </summary>
    public void Rewrite(
        ContactDraft draft,
        Standing standing,
        History history,
        string? country,
        CadenceDays cadence,
        DateTimeOffset now
    )
    {
        Write(draft, country, now);
        (Stage, StageEnteredAt, ReturnsTo) = (standing.Stage, standing.StageEnteredAt, standing.ReturnsTo);
        Qualification = standing.Qualification;
        Rhythm.Remember(standing, history);
        Rhythm.Redate(Warmth, cadence);
        Replan();
        Touch();
    }

    /// <summary>Of two open follow-ups of one automation the later date counts. Null where it is this one's.</summary>
    public FollowUp? Await(FollowUpKind kind, int step, DateTimeOffset dueAt)
    {
        var open = OpenFollowUps.FirstOrDefault(own => own.Kind == kind && own.Step == step);
        if (open is null || open.DueAt >= dueAt)
        {
            return null;
        }

        open.MoveTo(dueAt);
        return open;
    }

    /// <summary>Everything a consumer needs to have the contact right, at the sequence reached.</summary>
    public ContactState State(string? lastFact, DateTimeOffset? lastFactAt) =>
        new(
            Details(),
            Rhythm.LastTouchAt,
            Rhythm.NextTouchAt,
            Rhythm.Resting,
            Qualification.Score,
            Rhythm.NextStep,
            Rhythm.Evidence.FactCodes(),
            lastFact,
            lastFactAt,
            [.. OpenFollowUps.Select(Details)]
        );
}
