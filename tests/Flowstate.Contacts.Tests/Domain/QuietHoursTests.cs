using CsCheck;
using Flowstate.Contacts.Domain;

namespace Flowstate.Contacts.Tests.Domain;

public class QuietHoursTests
{
    private static readonly TimeZoneInfo Oslo = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");
    private static readonly QuietHours Night = new(new TimeOnly(21, 0), new TimeOnly(8, 0));

    [Theory]
    [InlineData("2026-03-02T20:30:00+01:00", "2026-03-02T20:30:00+01:00")]
    [InlineData("2026-03-02T21:00:00+01:00", "2026-03-03T08:00:00+01:00")]
    [InlineData("2026-03-02T23:59:59+01:00", "2026-03-03T08:00:00+01:00")]
    [InlineData("2026-03-03T00:00:00+01:00", "2026-03-03T08:00:00+01:00")]
    [InlineData("2026-03-03T07:59:59+01:00", "2026-03-03T08:00:00+01:00")]
    [InlineData("2026-03-03T08:00:00+01:00", "2026-03-03T08:00:00+01:00")]
    // The night in which the clocks go forward, and the one in which they go back.
    [InlineData("2026-03-28T22:00:00+01:00", "2026-03-29T08:00:00+02:00")]
    [InlineData("2026-10-24T22:00:00+02:00", "2026-10-25T08:00:00+01:00")]
    public void What_falls_into_the_night_waits_for_the_morning(string due, string expected) =>
        Night.After(DateTimeOffset.Parse(due, null), Oslo).ShouldBe(DateTimeOffset.Parse(expected, null));

    [Fact]
    public void Quiet_at_noon_ends_the_same_day() =>
        new QuietHours(new TimeOnly(12, 0), new TimeOnly(13, 0))
            .After(DateTimeOffset.Parse("2026-03-02T12:15:00+01:00", null), Oslo)
            .ShouldBe(DateTimeOffset.Parse("2026-03-02T13:00:00+01:00", null));

    [Fact]
    public void Quiet_until_an_hour_that_the_clocks_skip_ends_when_they_have() =>
        new QuietHours(new TimeOnly(22, 0), new TimeOnly(2, 30))
            .After(DateTimeOffset.Parse("2026-03-29T00:30:00+01:00", null), Oslo)
            .ShouldBe(DateTimeOffset.Parse("2026-03-29T03:30:00+02:00", null));

    [Fact]
    public void Nothing_is_ever_due_earlier_than_planned_nor_a_day_later_nor_in_the_quiet_hours()
    {
        string[] names = ["Europe/Oslo", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "America/Santiago"];
        var zones = Gen.Int[0, names.Length - 1].Select(place => TimeZoneInfo.FindSystemTimeZoneById(names[place]));
        Gen.Select(Gen.Int[0, 1439], Gen.Int[0, 1439], Gen.Int[0, 3 * 366 * 24 * 60], zones)
            .Sample(
                (from, until, minute, zone) =>
                {
                    var quiet = new QuietHours(
                        new TimeOnly(from / 60, from % 60),
                        new TimeOnly(until / 60, until % 60)
                    );
                    var planned = AContact.Now.AddMinutes(minute);

                    var due = quiet.After(planned, zone);

                    due.ShouldBeGreaterThanOrEqualTo(planned);
                    due.ShouldBeLessThan(planned.AddHours(26));
                    if (due != planned)
                    {
                        var local = TimeZoneInfo.ConvertTime(due, zone).DateTime;
                        var end = local.Date + quiet.Until!.Value.ToTimeSpan();
                        (local == end || zone.IsInvalidTime(end)).ShouldBeTrue();
                        quiet.After(due, zone).ShouldBe(due);
                    }
                }
            );
    }

    [Fact]
    public void Automations_keep_out_of_them_by_the_contacts_clock_else_the_owners()
    {
        var method = Method.Default with { Quiet = Night, OwnersZone = Oslo };
        var nineInTheEvening = new DateTimeOffset(2026, 3, 2, 20, 0, 0, TimeSpan.Zero);
        var contact = AContact.Lead();

        contact.Record(
            Guid.CreateVersion7(),
            FactType.NoShow,
            "web",
            nineInTheEvening.AddHours(-1),
            method,
            AContact.ByOwner
        );

        // +2 h is ten in the evening in Oslo; +1 day eight in the evening there.
        contact
            .OpenFollowUps.Select(open => open.DueAt)
            .ShouldBe([new DateTimeOffset(2026, 3, 3, 7, 0, 0, TimeSpan.Zero), nineInTheEvening.AddHours(23)]);
    }
}
