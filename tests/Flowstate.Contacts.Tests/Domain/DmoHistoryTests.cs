using Flowstate.Contacts.Domain;

namespace Flowstate.Contacts.Tests.Domain;

public class DmoHistoryTests
{
    private static readonly DateOnly Wednesday = new(2026, 3, 4);

    [Theory]
    [InlineData("2026-03-01", "2026-02-23")]
    [InlineData("2026-03-02", "2026-03-02")]
    [InlineData("2026-03-04", "2026-03-02")]
    [InlineData("2026-03-08", "2026-03-02")]
    public void A_week_begins_on_monday(string date, string monday) =>
        DmoHistory.MondayOf(DateOnly.Parse(date, null)).ShouldBe(DateOnly.Parse(monday, null));

    [Fact]
    public void The_week_counts_from_monday_and_the_calendar_shows_six()
    {
        var history = DmoHistory.Of(
            Wednesday,
            [new(new(2026, 3, 1), 5, 5), new(new(2026, 3, 2), 1, 2), new(new(2026, 3, 4), 3, 4)]
        );

        history.Week.ShouldBe(new WeekCount(new(2026, 3, 2), new(2026, 3, 8), 4, 6, 2));
        history.Days.Count.ShouldBe(42);
        history.Days[0].Date.ShouldBe(new(2026, 1, 26));
        history.Days[^1].ShouldBe(new DayCount(new(2026, 3, 8), 0, 0));
        history.Days.Sum(day => day.Invites).ShouldBe(9);
    }

    [Fact]
    public void The_longest_streak_may_lie_behind()
    {
        DayCount[] days = [.. new[] { 1, 2, 3, 5, 6, 8 }.Select(day => new DayCount(new(2026, 2, day), 0, 1))];

        DmoHistory.Of(Wednesday, [.. days.Reverse()]).LongestStreak.ShouldBe(3);
        DmoHistory.Of(Wednesday, []).LongestStreak.ShouldBe(0);
        DmoHistory.Of(Wednesday, [new(new(2026, 2, 1), 0, 0)]).LongestStreak.ShouldBe(0);
    }

    [Fact]
    public void Every_day_asks_five_questions_and_six_days_ask_all_of_them()
    {
        var week = Enumerable.Range(0, 6).Select(day => CoachingQuestions.Of(Wednesday.AddDays(day))).ToList();

        week.ShouldAllBe(day => day.Count == 5 && day.Distinct().Count() == 5);
        week.SelectMany(day => day).Order().ShouldBe(CoachingQuestions.All.Order());
        CoachingQuestions.All.Distinct().Count().ShouldBe(30);
    }
}
