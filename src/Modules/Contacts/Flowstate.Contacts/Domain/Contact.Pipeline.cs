using Flowstate.Contacts.Events;
using Flowstate.Shared.Slices;

namespace Flowstate.Contacts.Domain;

internal sealed partial class Contact
{
    public Stage Stage { get; private set; }

    public DateTimeOffset StageEnteredAt { get; private set; }

    /// <summary>On a side stage: where the contact left the line.</summary>
    public Stage? ReturnsTo { get; private set; }

    /// <summary>What the gate of the next stage still wants; null after the last one and on a side stage.</summary>
    public IReadOnlyList<Missing>? MissingForNext(GateModes gates) =>
        Stage.Next() is { } next ? Pipeline.MissingFor(next, Rhythm.Evidence, Qualification, gates.Into(next)) : null;

    /// <summary>
    /// Moves by the rules of <see cref="Pipeline"/>. Entering Presentation sent plans the check-ins, unless the
    /// VIDEO_SENT fact that opened the gate, or an entry corrected since, planned those of the same presentation.
    /// </summary>
    public Result<StageMove> MoveTo(Stage to, bool force, string? reason, Method method, Stamp stamp)
    {
        var judged = Pipeline.Judge(
            Stage,
            ReturnsTo,
            to,
            Rhythm.Evidence,
            Qualification,
            method.Gates,
            method.Labels,
            force,
            reason
        );
        if (judged.Error is { } error)
        {
            return error;
        }

        var move = judged.Value;
        ReturnsTo =
            !to.IsSide() ? null
            : move.From.IsSide() ? ReturnsTo
            : move.From;
        (Stage, StageEnteredAt, UpdatedAt) = (to, stamp.Now, stamp.Now);
        Touch();
        Raise(
            new StageChanged(
                WorkspaceId,
                Id,
                Rhythm.Advance(),
                stamp.Now,
                move.From.Code(),
                to.Code(),
                move.Forced,
                reason,
                stamp.By
            )
        );
        if (
            move is { Forward: true, To: Stage.PresentationSent }
            && !(Rhythm.PresentedAt > stamp.Now - Automations.SamePresentation)
        )
        {
            Rhythm.Present(stamp.Now);
            Plan(Automations.AfterPresentation, stamp.Now, method, stamp);
        }

        return StageMove.Of(this, move, reason, stamp);
    }

    public PipelineState PipelineState() =>
        new(
            Stage,
            StageEnteredAt,
            ReturnsTo,
            Rhythm.PresentedAt,
            OpenFollowUps.ToDictionary(open => open.Id, open => open.DueAt)
        );

    /// <summary>
    /// Takes a move back: the contact stands where it stood, and the follow-ups that the move planned or put off are as they
    /// were, unless somebody has closed or dated them since. Null where it has been moved since.
    /// </summary>
    public StageMove? TakeBack(PipelineState before, PipelineState after, Stamp stamp)
    {
        if (Stage != after.Stage || StageEnteredAt != after.EnteredAt)
        {
            return null;
        }

        var move = Move.Free(Stage, before.Stage);
        (Stage, StageEnteredAt, ReturnsTo) = (before.Stage, before.EnteredAt, before.ReturnsTo);
        UpdatedAt = stamp.Now;
        Touch();
        Rhythm.Advance();
        if (Rhythm.PresentedAt == after.PresentedAt)
        {
            Rhythm.TakeBackPresentation(before.PresentedAt);
        }

        foreach (var open in OpenFollowUps.ToList())
        {
            if (!after.FollowUps.TryGetValue(open.Id, out var planned) || planned != open.DueAt)
            {
                continue;
            }

            if (!before.FollowUps.TryGetValue(open.Id, out var due))
            {
                open.Close(FollowUpStatus.Cancelled, null, stamp);
            }
            else if (due != planned)
            {
                open.MoveTo(due);
            }
        }

        Replan();
        return StageMove.Of(this, move, "Taken back", stamp);
    }

    /// <summary>
    /// Takes in a fact that was not known before; the caller has made sure of that in the database. Its automation
    /// counts from when it happened, not from when we heard of it.
    /// </summary>
    public void Record(Guid factId, FactType type, string source, DateTimeOffset at, Method method, Stamp stamp)
    {
        Rhythm.Show(EvidenceOfFacts.Of(type));
        Rhythm.SetNextStep(Automations.NextStepAfter(type, Rhythm.NextStep));
        Raise(new FactRecorded(WorkspaceId, Id, Rhythm.Advance(), at, factId, type.Code(), source, Rhythm.NextStep));
        if (type == FactType.VideoSent)
        {
            Rhythm.Present(at);
        }

        Plan(Automations.After(type), at, method, stamp);
    }
}
