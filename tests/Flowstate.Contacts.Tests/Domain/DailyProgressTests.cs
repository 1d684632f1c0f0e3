using Flowstate.Contacts.Domain;

namespace Flowstate.Contacts.Tests.Domain;

public class DailyProgressTests
{
    private static readonly DateOnly Today = new(2026, 3, 10);

    private static DayCount Day(int back, int invites = 1, int followUps = 0) =>
        new(Today.AddDays(-back), invites, followUps);

    [Fact]
    public void The_streak_counts_worked_days_up_to_today() =>
        DailyProgress.Of(Today, [Day(0), Day(1), Day(2, 0, 3), Day(4)]).StreakDays.ShouldBe(3);

    [Fact]
    public void A_day_that_is_still_running_does_not_break_the_streak() =>
        DailyProgress.Of(Today, [Day(1), Day(2)]).StreakDays.ShouldBe(2);

    [Fact]
    public void A_missed_yesterday_does() => DailyProgress.Of(Today, [Day(2), Day(3)]).StreakDays.ShouldBe(0);

    [Fact]
    public void The_week_is_seven_days_up_to_today_with_empty_ones_shown()
    {
        var week = DailyProgress.Of(Today, [Day(0, 2), Day(6, 5), Day(7, 9)]).Week;

        week.Select(day => day.Invites).ShouldBe([5, 0, 0, 0, 0, 0, 2]);
        week[0].Date.ShouldBe(Today.AddDays(-6));
    }

    [Theory]
    [InlineData("Asia/Tokyo", "2026-03-09T15:00:00Z", "2026-03-10")]
    [InlineData("Asia/Tokyo", "2026-03-09T14:59:59Z", "2026-03-09")]
    [InlineData("America/New_York", "2026-03-08T04:59:59Z", "2026-03-07")] // before the spring change
    [InlineData("America/New_York", "2026-03-09T03:59:59Z", "2026-03-08")] // a day of 23 hours
    [InlineData("America/New_York", "2026-03-09T04:00:00Z", "2026-03-09")]
    public void A_day_belongs_to_the_members_own_calendar(string zone, string instant, string date) =>
        DailyProgress
            .DateOf(
                DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture),
                TimeZoneInfo.FindSystemTimeZoneById(zone)
            )
            .ShouldBe(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture));
}
