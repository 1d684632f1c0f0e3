namespace Flowstate.Contacts.Domain;

/// <summary>The calendar week that a day is in, Monday first, as far as it has gone.</summary>
internal sealed record WeekCount(DateOnly From, DateOnly To, int Invites, int FollowUps, int DaysWorked);

/// <summary>
/// The weeks behind the day: what this week brought, the longest streak that is known, and the days of six weeks for a
/// calendar, from a Monday to a Sunday.
/// </summary>
internal sealed record DmoHistory(WeekCount Week, int LongestStreak, IReadOnlyList<DayCount> Days)
{
    private const int Weeks = 6;

    public static DateOnly MondayOf(DateOnly date) => date.AddDays(-(((int)date.DayOfWeek + 6) % 7));

    public static DmoHistory Of(DateOnly today, IReadOnlyList<DayCount> days)
    {
        var byDate = days.ToDictionary(day => day.Date);
        var monday = MondayOf(today);
        List<DayCount> week = [.. days.Where(day => day.Date >= monday && day.Date <= today)];
        var first = monday.AddDays(-7 * (Weeks - 1));
        return new DmoHistory(
            new WeekCount(
                monday,
                monday.AddDays(6),
                week.Sum(day => day.Invites),
                week.Sum(day => day.FollowUps),
                week.Count(day => day.Worked)
            ),
            Longest(days),
            [
                .. Enumerable
                    .Range(0, 7 * Weeks)
                    .Select(first.AddDays)
                    .Select(date => byDate.GetValueOrDefault(date) ?? new DayCount(date, 0, 0)),
            ]
        );
    }

    private static int Longest(IEnumerable<DayCount> days)
    {
        var (longest, run, last) = (0, 0, DateOnly.MinValue);
        foreach (var day in days.Where(day => day.Worked).OrderBy(day => day.Date))
        {
            run = day.Date == last.AddDays(1) ? run + 1 : 1;
            (longest, last) = (Math.Max(longest, run), day.Date);
        }

        return longest;
    }
}
