namespace Flowstate.Contacts.Domain;

/// <summary>What was done on one day of the member's calendar.</summary>
internal sealed record DayCount(DateOnly Date, int Invites, int FollowUps)
{
    public bool Worked => Invites + FollowUps > 0;
}

/// <summary>
/// The daily method of operation in numbers. A day belongs to the member's own calendar; the streak counts the days in
/// a row with at least one invite or follow-up, and a day that is still running does not break it.
/// </summary>
internal sealed record DailyProgress(DayCount Today, int StreakDays, IReadOnlyList<DayCount> Week)
{
    public static DateOnly DateOf(DateTimeOffset instant, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    public static DailyProgress Of(DateOnly today, IEnumerable<DayCount> days)
    {
        var byDate = days.ToDictionary(day => day.Date);
        DayCount On(DateOnly date) => byDate.GetValueOrDefault(date) ?? new DayCount(date, 0, 0);

        var streak = On(today).Worked ? 1 : 0;
        for (var date = today.AddDays(-1); On(date).Worked; date = date.AddDays(-1))
        {
            streak++;
        }

        return new DailyProgress(
            On(today),
            streak,
            [.. Enumerable.Range(-6, 7).Select(back => On(today.AddDays(back)))]
        );
    }
}
