using Flowstate.Contacts.Events;
using Flowstate.Shared.Slices;

namespace Flowstate.Contacts.Domain;

internal sealed partial class Contact
{
    private readonly List<FollowUp> _followUps = [];

    /// <summary>The follow-ups that were loaded or planned; only open ones are ever loaded.</summary>
    public IReadOnlyList<FollowUp> FollowUps => _followUps;

    public IEnumerable<FollowUp> OpenFollowUps => _followUps.Where(followUp => followUp.IsOpen);

    public FollowUp Schedule(string title, DateTimeOffset dueAt, int? repeatEveryDays, Stamp stamp) =>
        Add(FollowUp.Plan(this, FollowUpKind.Manual, 0, title, dueAt, stamp.Now, repeatEveryDays), stamp);

    /// <summary>Closes an open follow-up; one that recurs plans its next. False if it is not open here.</summary>
    public bool CompleteFollowUp(Guid followUpId, string? note, Stamp stamp)
    {
        if (OpenFollowUps.FirstOrDefault(followUp => followUp.Id == followUpId) is not { } done)
        {
            return false;
        }

        done.Close(FollowUpStatus.Done, note, stamp);
        Rhythm.Show(Evidence.CompletedFollowUp);
        Raise(new FollowUpClosed(WorkspaceId, Id, Rhythm.Advance(), stamp.Now, done.Id, "done", stamp.By));
        if (done.RepeatEveryDays is { } days)
        {
            var due = Recurrence.After(done.DueAt, days, stamp.Now, TimeZone);
            Add(FollowUp.Plan(this, done.Kind, done.Step, done.Title, due, stamp.Now, days), stamp);
        }

        Replan();
        return true;
    }

    /// <summary>Puts an open follow-up off. Null if it is not open here.</summary>
    public FollowUp? SnoozeFollowUp(Guid followUpId, DateTimeOffset until, Stamp stamp)
    {
        var followUp = OpenFollowUps.FirstOrDefault(open => open.Id == followUpId);
        if (followUp is not null)
        {
            Redate(followUp, until, stamp);
            Replan();
        }

        return followUp;
    }

    /// <summary>
    /// Logs a touch: the next one counts from this one. A "no, thanks" climbs the ladder instead. A reconnect that was
    /// waiting is done by it.
    /// </summary>
    public void LogTouch(Touch touch, Guid? followUpId, Method method, Stamp stamp)
    {
        if (touch.Channel != Channel.Note)
        {
            var no = touch.Outcome == Outcome.NoThanks;
            Rhythm.Touched(touch.At, no, Warmth, method.Cadence);
            if (no && Automations.OnRung(Rhythm.NoThanksRung) is { } planned)
            {
                Plan([planned], touch.At, method, stamp);
            }
        }

        Raise(
            new TouchLogged(
                WorkspaceId,
                Id,
                Rhythm.Advance(),
                touch.At,
                touch.Id,
                Code.Of(touch.Channel),
                Code.Of(touch.Outcome),
                stamp.By,
                Rhythm.LastTouchAt,
                Rhythm.NextTouchAt,
                Rhythm.Resting
            )
        );
        foreach (var done in OpenFollowUps.Where(open => open.Id == followUpId || IsDoneBy(touch, open)).ToList())
        {
            CompleteFollowUp(done.Id, touch.Note, stamp);
        }
    }

    public static FollowUpDetails Details(FollowUp followUp) =>
        new(followUp.Id, Code.Of(followUp.Kind), followUp.Title, followUp.DueAt, followUp.Escalation);

    private static bool IsDoneBy(Touch touch, FollowUp followUp) =>
        touch.Channel != Channel.Note && followUp.Kind == FollowUpKind.Reconnect;

    /// <summary>Of each (kind, step) at most one is open: asked for again, it takes the later date.</summary>
    private void Plan(IReadOnlyList<Planned> plan, DateTimeOffset from, Method method, Stamp stamp)
    {
        foreach (var planned in plan)
        {
            var due = method.Due(planned.Due(from), TimeZone);
            var open = OpenFollowUps.FirstOrDefault(old => old.Kind == planned.Kind && old.Step == planned.Step);
            if (open is null)
            {
                Add(FollowUp.Plan(this, planned.Kind, planned.Step, planned.Title, due, stamp.Now), stamp);
            }
            else if (due > open.DueAt)
            {
                Redate(open, due, stamp);
            }
        }

        Replan();
    }

    private FollowUp Add(FollowUp followUp, Stamp stamp)
    {
        _followUps.Add(followUp);
        Raise(
            new FollowUpScheduled(
                WorkspaceId,
                Id,
                Rhythm.Advance(),
                stamp.Now,
                followUp.Id,
                Code.Of(followUp.Kind),
                followUp.Title,
                followUp.DueAt,
                TimeZone
            )
        );
        Replan();
        return followUp;
    }

    private void Redate(FollowUp followUp, DateTimeOffset dueAt, Stamp stamp)
    {
        followUp.MoveTo(dueAt);
        Raise(
            new FollowUpRescheduled(
                WorkspaceId,
                Id,
                Rhythm.Advance(),
                stamp.Now,
                followUp.Id,
                Code.Of(followUp.Kind),
                followUp.Title,
                dueAt
            )
        );
    }

    private void Replan() =>
        Rhythm.PlanFollowUps(OpenFollowUps.Select(open => (DateTimeOffset?)open.DueAt).DefaultIfEmpty().Min());
}
