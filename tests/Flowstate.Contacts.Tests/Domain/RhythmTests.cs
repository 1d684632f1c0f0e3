using CsCheck;
using Flowstate.Contacts.Domain;

namespace Flowstate.Contacts.Tests.Domain;

public class RhythmTests
{
    private static readonly Gen<CadenceDays> AnyCadence = Gen.Int[1, 400]
        .Nullable()
        .Array[5]
        .Select(days => new CadenceDays(days[0], days[1], days[2], days[3], days[4]));

    [Theory]
    [InlineData(5, 30)]
    [InlineData(4, 60)]
    [InlineData(3, 90)]
    [InlineData(2, 120)]
    [InlineData(1, null)]
    [InlineData(0, 90)]
    public void Warmth_sets_the_days_to_the_next_touch(int warmth, int? days) =>
        ((AContact.Lead(warmth).Touched().Rhythm.NextTouchAt - AContact.Now)?.TotalDays).ShouldBe(days);

    [Fact]
    public void The_next_touch_counts_from_the_latest_touch_in_whatever_order_they_are_logged()
    {
        Gen.Select(Gen.Int[0, 5], AnyCadence, Gen.Int[-500, 500].List[1, 20])
            .Sample(
                (warmth, cadence, days) =>
                {
                    var rhythm = Rhythm.Start(Guid.Empty, Guid.Empty);
                    days.ForEach(day => rhythm.Touched(AContact.Now.AddDays(day), false, warmth, cadence));

                    var last = AContact.Now.AddDays(days.Max());
                    rhythm.LastTouchAt.ShouldBe(last);
                    rhythm.NextTouchAt.ShouldBe(cadence.For(warmth) is { } wait ? last.AddDays(wait) : null);
                }
            );
    }

    [Fact]
    public void Another_warmth_redates_from_the_same_last_touch()
    {
        var contact = AContact.Lead(2).Touched();

        contact.Edit(
            new ContactDraft { FirstName = "Ana", Warmth = 5 },
            null,
            CadenceDays.Default,
            AContact.Now.AddDays(10)
        );

        contact.Rhythm.NextTouchAt.ShouldBe(AContact.Now.AddDays(30));
    }

    [Fact]
    public void A_note_is_no_touch()
    {
        var contact = AContact.Lead();
        var note = Touch.Log(
            contact,
            Guid.CreateVersion7(),
            Channel.Note,
            Direction.Out,
            Outcome.Reached,
            "Likes tea",
            AContact.Now,
            AContact.ByOwner
        );

        contact.LogTouch(note, null, Method.Default, AContact.ByOwner);

        contact.Rhythm.LastTouchAt.ShouldBeNull();
        contact.Move(Stage.Relationship).ShouldBe("contacts.gate-closed");
    }

    [Fact]
    public void A_touch_does_not_outdate_an_open_form()
    {
        var contact = AContact.Lead();

        contact.Touched().With(FactType.InviteSent);

        contact.Version.ShouldBe(1);
        contact.Rhythm.Sequence.ShouldBe(3);
    }

    [Fact]
    public void A_recurring_follow_up_keeps_its_hour_when_the_clocks_change()
    {
        var nine = new DateTimeOffset(2026, 3, 27, 8, 0, 0, TimeSpan.Zero); // 09:00 in Berlin, winter

        var next = Recurrence.After(nine, 7, nine, "Europe/Berlin");

        next.ShouldBe(new DateTimeOffset(2026, 4, 3, 7, 0, 0, TimeSpan.Zero)); // 09:00 in Berlin, summer
    }

    [Fact]
    public void A_recurring_follow_up_comes_next_after_now_in_whole_periods()
    {
        Gen.Select(Gen.Int[1, 60], Gen.Int[-300, 3000])
            .Sample(
                (every, hoursLate) =>
                {
                    var now = AContact.Now.AddHours(hoursLate);
                    var next = Recurrence.After(AContact.Now, every, now, null);

                    next.ShouldBeGreaterThan(now);
                    ((next - AContact.Now).TotalDays % every).ShouldBe(0);
                    next.ShouldBeLessThanOrEqualTo((now > AContact.Now ? now : AContact.Now).AddDays(every));
                }
            );
    }
}
