namespace Flowstate.Contacts.Domain;

/// <summary>Where a contact stands by the method: what a merge changes beside what people wrote.</summary>
internal sealed record Standing(
    Stage Stage,
    DateTimeOffset StageEnteredAt,
    Stage? ReturnsTo,
    Qualification Qualification,
    Evidence Evidence,
    DateTimeOffset? PresentedAt,
    string? NextStep
)
{
    /// <summary>How far along the line; on a side stage, where they left it.</summary>
    public Stage Reached => Stage.IsSide() ? ReturnsTo ?? Stage.Lead : Stage;

    /// <summary>What the merge changed goes back to what it was; what somebody has changed since stays.</summary>
    public static Standing TakeBack(Standing before, Standing after, Standing now)
    {
        var moved =
            (now.Stage, now.StageEnteredAt, now.ReturnsTo) != (after.Stage, after.StageEnteredAt, after.ReturnsTo);
        var stage = moved ? now : before;
        return new Standing(
            stage.Stage,
            stage.StageEnteredAt,
            stage.ReturnsTo,
            new Qualification(
                Back(before.Qualification.Why, after.Qualification.Why, now.Qualification.Why),
                Back(
                    before.Qualification.DesiredOutcome,
                    after.Qualification.DesiredOutcome,
                    now.Qualification.DesiredOutcome
                ),
                Back(before.Qualification.Timeline, after.Qualification.Timeline, now.Qualification.Timeline),
                Back(
                    before.Qualification.DecisionMaker,
                    after.Qualification.DecisionMaker,
                    now.Qualification.DecisionMaker
                )
            ),
            // What was shown since is added from the history.
            before.Evidence,
            Back(before.PresentedAt, after.PresentedAt, now.PresentedAt),
            Back(before.NextStep, after.NextStep, now.NextStep)
        );
    }

    private static T Back<T>(T before, T after, T now) => EqualityComparer<T>.Default.Equals(now, after) ? before : now;
}

/// <summary>What the touches, facts and closed follow-ups of a contact add up to.</summary>
internal sealed record History(DateTimeOffset? LastTouchAt, int NoThanks, bool LastWasNo, Evidence Evidence);
