using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Events;

namespace Flowstate.Contacts.Tests.Domain;

internal sealed record RunStep(int What, int Pick, int Hours, int Ago);

/// <summary>A contact beside what is expected of it, checked after every step.</summary>
internal sealed class ContactRun
{
    // A day before the clocks go forward in Oslo; jumps of hours to weeks, some of them back.
    private static readonly DateTimeOffset Start = new(2026, 3, 28, 1, 30, 0, TimeSpan.Zero);

    private readonly Contact _contact;
    private readonly Method _method;
    private readonly HashSet<int> _told = [];
    private readonly Dictionary<Guid, DateTimeOffset> _open = [];
    private readonly List<(DateTimeOffset At, bool No)> _touches = [];
    private DateTimeOffset _now = Start;

    public ContactRun(int warmth, string? zone, bool quiet)
    {
        _contact = Contact.Import(
            Guid.CreateVersion7(),
            AContact.Owner,
            new ContactDraft
            {
                FirstName = "Ana",
                Warmth = warmth,
                TimeZone = zone,
            },
            Stage.Lead,
            null,
            Start
        );
        _method = quiet
            ? Method.Default with
            {
                Quiet = new QuietHours(new TimeOnly(21, 0), new TimeOnly(8, 0)),
            }
            : Method.Default;
        _contact.TakeEvents();
    }

    private Stamp Stamp => new(AContact.Owner, _now);

    public void Play(RunStep[] steps)
    {
        foreach (var step in steps)
        {
            _now = _now.AddHours(step.Hours);
            Do(step);
            Check();
        }
    }

    private void Do(RunStep step)
    {
        var at = _now.AddHours(-step.Ago);
        switch (step.What)
        {
            case 0:
                Tell(step.Pick % 60, at);
                break;
            case 1:
                Touch(step.Pick, at);
                break;
            case 2:
                Expect(() =>
                    _contact.Schedule("Call", at.AddDays(2), step.Pick % 3 == 0 ? 1 + (step.Pick % 30) : null, Stamp)
                );
                break;
            case 3 when Pick(step) is { } done:
                Complete(done);
                break;
            case 4 when Pick(step) is { } late:
                _open[late.Id] = _now.AddDays(1);
                Expect(() => _contact.SnoozeFollowUp(late.Id, _now.AddDays(1), Stamp));
                break;
            default:
                Expect(() => _contact.MoveTo((Stage)(step.Pick % 9), true, "Because", _method, Stamp));
                break;
        }
    }

    // The same event again changes nothing: the database's unique key says so before the contact is asked.
    private void Tell(int eventId, DateTimeOffset at)
    {
        if (!_told.Add(eventId))
        {
            return;
        }

        var type = (FactType)(eventId % FactTypes.All.Length);
        var planned = Automations.After(type);
        var before = planned.ToDictionary(plan => plan, plan => Of(plan)?.DueAt);
        Expect(() => _contact.Record(Guid.CreateVersion7(), type, "web", at, _method, Stamp));
        foreach (var plan in planned)
        {
            var due = _method.Due(plan.Due(at), _contact.TimeZone);
            Of(plan)!.DueAt.ShouldBe(before[plan] > due ? before[plan]!.Value : due);
        }
    }

    private void Touch(int pick, DateTimeOffset at)
    {
        var no = pick % 4 == 0;
        var touch = Contacts.Domain.Touch.Log(
            _contact,
            Guid.CreateVersion7(),
            Channel.Call,
            Direction.Out,
            no ? Outcome.NoThanks : Outcome.Reached,
            null,
            at,
            Stamp
        );
        _touches.Add((at, no));
        Expect(() => _contact.LogTouch(touch, null, _method, Stamp));
    }

    private void Complete(FollowUp done)
    {
        _open.Remove(done.Id);
        Expect(() => _contact.CompleteFollowUp(done.Id, null, Stamp));
        if (done.RepeatEveryDays is not null)
        {
            _contact
                .OpenFollowUps.Count(open => open.Title == done.Title && open.DueAt > _now && open.CreatedAt == _now)
                .ShouldBeGreaterThanOrEqualTo(1);
        }
    }

    private FollowUp? Of(Planned plan) =>
        _contact.OpenFollowUps.SingleOrDefault(open => open.Kind == plan.Kind && open.Step == plan.Step);

    private FollowUp? Pick(RunStep step) =>
        _contact.OpenFollowUps.ToList() is { Count: > 0 } open ? open[step.Pick % open.Count] : null;

    // What is told is what happened: those that were there stay, at their time or a later one, until they are done.
    private void Expect(Action act)
    {
        act();
        foreach (var told in _contact.TakeEvents())
        {
            switch (told)
            {
                case FollowUpScheduled planned:
                    _open.TryAdd(planned.FollowUpId, planned.DueAt).ShouldBeTrue();
                    break;
                case FollowUpRescheduled later:
                    _open[later.FollowUpId].ShouldBeLessThanOrEqualTo(later.DueAt);
                    _open[later.FollowUpId] = later.DueAt;
                    break;
                case FollowUpClosed { } closed
                    when _contact.FollowUps.Single(row => row.Id == closed.FollowUpId).Kind == FollowUpKind.Reconnect:
                    _open.Remove(closed.FollowUpId);
                    break;
            }
        }
    }

    private void Check()
    {
        var open = _contact.OpenFollowUps.ToList();
        open.ToDictionary(followUp => followUp.Id, followUp => followUp.DueAt).ShouldBe(_open, ignoreOrder: true);
        open.Where(followUp => followUp.Kind != FollowUpKind.Manual)
            .CountBy(followUp => (followUp.Kind, followUp.Step))
            .ShouldAllBe(same => same.Value == 1);
        _contact.Rhythm.NextFollowUpAt.ShouldBe(_open.Count == 0 ? null : _open.Values.Min());
        if (_touches.Count > 0)
        {
            var last = _touches.Max(touch => touch.At);
            _contact.Rhythm.LastTouchAt.ShouldBe(last);
            if (!_contact.Rhythm.Resting)
            {
                _contact.Rhythm.NextTouchAt.ShouldBe(
                    _method.Cadence.For(_contact.Warmth) is { } days ? last.AddDays(days) : null
                );
            }
            else
            {
                (_contact.Rhythm.NextTouchAt is null || _contact.Rhythm.NextTouchAt >= last.AddDays(7)).ShouldBeTrue();
            }
        }
    }
}
