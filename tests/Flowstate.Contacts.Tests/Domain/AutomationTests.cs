using CsCheck;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Events;

namespace Flowstate.Contacts.Tests.Domain;

public class AutomationTests
{
    private static IEnumerable<TimeSpan> Dues(Contact contact, FollowUpKind kind) =>
        contact.OpenFollowUps.Where(open => open.Kind == kind).Select(open => open.DueAt - AContact.Now);

    [Fact]
    public void A_sent_video_is_followed_up_after_one_and_two_days() =>
        Dues(AContact.Lead().With(FactType.VideoSent), FollowUpKind.VideoCheckIn)
            .ShouldBe([TimeSpan.FromHours(24), TimeSpan.FromHours(48)]);

    [Fact]
    public void A_no_show_is_rebooked_after_two_hours_and_a_day()
    {
        var contact = AContact.Lead().With(FactType.NoShow);

        Dues(contact, FollowUpKind.Rebook).ShouldBe([TimeSpan.FromHours(2), TimeSpan.FromDays(1)]);
        contact.Rhythm.NextStep.ShouldBe("Rebook");
        contact.With(FactType.MeetingBooked).Rhythm.NextStep.ShouldBeNull();
    }

    [Fact]
    public void Joining_the_team_starts_the_onboarding()
    {
        var contact = AContact.Lead().With(FactType.JoinedTeam);

        contact.Rhythm.NextStep.ShouldBe("Onboarding");
        Dues(contact, FollowUpKind.CheckIn30).ShouldBe([TimeSpan.FromDays(30)]);
    }

    [Fact]
    public void Follow_ups_count_from_when_it_happened_not_from_when_it_was_heard()
    {
        var contact = AContact.Lead().With(FactType.VideoSent, AContact.Now.AddHours(-30));

        Dues(contact, FollowUpKind.VideoCheckIn).ShouldBe([TimeSpan.FromHours(-6), TimeSpan.FromHours(18)]);
    }

    [Fact]
    public void The_move_does_not_double_what_the_video_planned()
    {
        var contact = AContact.In(Stage.Qualified).With(FactType.VideoSent);

        contact.Move(Stage.PresentationSent).ShouldBeNull();

        contact.OpenFollowUps.Count().ShouldBe(2);
    }

    [Fact]
    public void After_a_meeting_the_move_plans_the_check_ins()
    {
        var contact = AContact.In(Stage.Qualified).With(FactType.MeetingHeld);
        contact.OpenFollowUps.ShouldBeEmpty();

        contact.Move(Stage.PresentationSent).ShouldBeNull();

        Dues(contact, FollowUpKind.VideoCheckIn).ShouldBe([TimeSpan.FromHours(24), TimeSpan.FromHours(48)]);
    }

    [Fact]
    public void A_video_of_weeks_ago_does_not_stand_in_for_the_presentation_of_today()
    {
        var contact = AContact.In(Stage.Qualified).With(FactType.VideoSent, AContact.Now.AddDays(-21));
        contact.OpenFollowUps.ToList().ForEach(open => contact.CompleteFollowUp(open.Id, null, AContact.ByOwner));

        contact.Move(Stage.PresentationSent).ShouldBeNull();

        Dues(contact, FollowUpKind.VideoCheckIn).ShouldBe([TimeSpan.FromHours(24), TimeSpan.FromHours(48)]);
    }

    [Fact]
    public void A_correction_back_and_forth_plans_the_check_ins_once()
    {
        var contact = AContact.In(Stage.Qualified).With(FactType.MeetingHeld);
        contact.Move(Stage.PresentationSent);
        contact.OpenFollowUps.ToList().ForEach(open => contact.CompleteFollowUp(open.Id, null, AContact.ByOwner));

        contact.Move(Stage.Qualified);
        contact.Move(Stage.PresentationSent).ShouldBeNull();

        contact.OpenFollowUps.ShouldBeEmpty();
    }

    [Fact]
    public void No_thanks_climbs_the_ladder_and_then_rests()
    {
        var contact = AContact.Lead();
        List<TimeSpan?> waits = [];
        for (var no = 0; no < 6; no++)
        {
            contact.Touched(outcome: Outcome.NoThanks);
            waits.Add(contact.Rhythm.NextTouchAt - AContact.Now);
            contact.OpenFollowUps.ToList().ForEach(open => contact.CompleteFollowUp(open.Id, null, AContact.ByOwner));
        }

        waits.Select(wait => wait?.TotalDays).ShouldBe([7, 14, 31, 61, null, null]);
        contact.DeletedAt.ShouldBeNull();
    }

    [Fact]
    public void A_second_no_show_redates_what_is_open_and_doubles_nothing()
    {
        var contact = AContact.Lead().With(FactType.NoShow).With(FactType.NoShow, AContact.Now.AddHours(5));

        Dues(contact, FollowUpKind.Rebook).ShouldBe([TimeSpan.FromHours(7), TimeSpan.FromHours(29)]);
        contact.TakeEvents().OfType<FollowUpRescheduled>().Count().ShouldBe(2);
    }

    [Fact]
    public void A_follow_up_is_never_lost_or_doubled_whatever_happens_in_which_order()
    {
        Gen.Select(Gen.Int[0, 15], Gen.Int[0, 2000])
            .List[1, 40]
            .Sample(steps =>
            {
                var contact = AContact.In(Stage.Qualified);
                foreach (var (what, hours) in steps)
                {
                    Do(contact, what, AContact.Now.AddHours(hours));
                }

                var events = contact.TakeEvents();
                var scheduled = events.OfType<FollowUpScheduled>().Select(planned => planned.FollowUpId).ToList();
                var closed = events.OfType<FollowUpClosed>().Select(done => done.FollowUpId).ToList();
                scheduled.ShouldBeUnique();
                closed.ShouldBeUnique();
                contact.OpenFollowUps.Select(open => open.Id).Order().ShouldBe(scheduled.Except(closed).Order());
                contact
                    .OpenFollowUps.Where(open => open.Kind != FollowUpKind.Manual)
                    .GroupBy(open => (open.Kind, open.Step))
                    .ShouldAllBe(same => same.Count() == 1);
                contact.Rhythm.NextFollowUpAt.ShouldBe(
                    contact.OpenFollowUps.Select(open => (DateTimeOffset?)open.DueAt).DefaultIfEmpty().Min()
                );
                events
                    .Select(raised => raised.Version)
                    .ShouldBe(Enumerable.Range(2, events.Count).Select(n => (long)n));
            });
    }

    private static void Do(Contact contact, int what, DateTimeOffset at)
    {
        var open = contact.OpenFollowUps.FirstOrDefault();
        switch (what)
        {
            case < 11:
                contact.With((FactType)what, at);
                break;
            case 11:
                contact.Touched(at, Outcome.NoThanks);
                break;
            case 12:
                contact.Touched(at);
                break;
            case 13:
                contact.Schedule("Call", at, 3, AContact.ByOwner);
                break;
            case 14 when open is not null:
                contact.CompleteFollowUp(open.Id, null, AContact.ByOwner);
                break;
            default:
                contact.Move(contact.Stage.Next() ?? Stage.Qualified);
                break;
        }
    }
}
