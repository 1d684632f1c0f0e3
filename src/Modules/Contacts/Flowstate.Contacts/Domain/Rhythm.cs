using Flowstate.Shared.Persistence;

namespace Flowstate.Contacts.Domain;

/// <summary>
/// What changes daily about a contact, in a narrow row of its own beside the wide one. Its row lock is what
/// serialises the writers of one contact.
/// </summary>
internal sealed class Rhythm : IWorkspaceOwned
{
    private Rhythm() { }

    public Guid WorkspaceId { get; private set; }

    public Guid ContactId { get; private set; }

    /// <summary>Grows with every event of the contact: the version events carry.</summary>
    public long Sequence { get; private set; }

    public DateTimeOffset? LastTouchAt { get; private set; }

    public DateTimeOffset? NextTouchAt { get; private set; }

    public DateTimeOffset? NextFollowUpAt { get; private set; }

    public Evidence Evidence { get; private set; }

    /// <summary>The last presentation whose check-ins were planned, by the fact or by the move.</summary>
    public DateTimeOffset? PresentedAt { get; private set; }

    /// <summary>How often they said "no, thanks": the rung of the ladder, 0 to 5.</summary>
    public int NoThanksRung { get; private set; }

    /// <summary>The last touch ended in a no: the ladder, not the cadence, says when to come back.</summary>
    public bool Resting { get; private set; }

    public string? NextStep { get; private set; }

    internal static Rhythm Start(Guid workspaceId, Guid contactId) =>
        new() { WorkspaceId = workspaceId, ContactId = contactId };

    internal long Advance() => ++Sequence;

    /// <summary>Past another contact's, whose follow-ups come along with the versions that were told of them.</summary>
    internal long Overtake(long other) => Sequence = Math.Max(Sequence, other) + 1;

    /// <summary>Takes over what a history adds up to, where contacts were merged or came apart again.</summary>
    internal void Remember(Standing standing, History history)
    {
        (PresentedAt, NextStep) = (standing.PresentedAt, standing.NextStep);
        Evidence = standing.Evidence | history.Evidence;
        (LastTouchAt, Resting) = (history.LastTouchAt, history.LastWasNo);
        NoThanksRung = Math.Min(history.NoThanks, 5);
    }

    internal void Show(Evidence evidence) => Evidence |= evidence;

    internal void Present(DateTimeOffset at) => PresentedAt = PresentedAt > at ? PresentedAt : at;

    internal void TakeBackPresentation(DateTimeOffset? before) => PresentedAt = before;

    internal void SetNextStep(string? nextStep) => NextStep = nextStep;

    internal void PlanFollowUps(DateTimeOffset? nextFollowUpAt) => NextFollowUpAt = nextFollowUpAt;

    /// <summary>A touch logged late, before one already known, does not turn the clock back.</summary>
    internal void Touched(DateTimeOffset at, bool no, int warmth, CadenceDays cadence)
    {
        Show(Evidence.Touched);
        NoThanksRung = no ? Math.Min(NoThanksRung + 1, 5) : NoThanksRung;
        if (at < LastTouchAt)
        {
            return;
        }

        LastTouchAt = at;
        Resting = no;
        Redate(warmth, cadence);
    }

    internal void Redate(int warmth, CadenceDays cadence) =>
        NextTouchAt = Resting
            ? Automations.OnRung(NoThanksRung)?.Due(LastTouchAt!.Value)
            : cadence.NextTouch(LastTouchAt, warmth);
}
