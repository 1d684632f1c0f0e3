using Flowstate.Intelligence.Domain;

namespace Flowstate.Intelligence.Tests.Domain;

public sealed class MemberDayTests
{
    [Theory]
    [InlineData("2026-11-22T23:30:00Z", "Europe/Oslo", "2026-11-22T23:00:00Z", "2026-11-23T23:00:00Z")]
    [InlineData("2026-11-22T23:30:00Z", "America/New_York", "2026-11-22T05:00:00Z", "2026-11-23T05:00:00Z")]
    // The night the clocks go forward, in Oslo at two, in Beirut at midnight itself.
    [InlineData("2026-03-29T12:00:00Z", "Europe/Oslo", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z")]
    [InlineData("2026-03-29T12:00:00Z", "Asia/Beirut", "2026-03-28T22:00:00Z", "2026-03-29T21:00:00Z")]
    public void A_day_is_the_members_own(string now, string zone, string start, string end)
    {
        var day = MemberDay.Around(DateTimeOffset.Parse(now, null), TimeZoneInfo.FindSystemTimeZoneById(zone));
        day.Start.ShouldBe(DateTimeOffset.Parse(start, null));
        day.End.ShouldBe(DateTimeOffset.Parse(end, null));
    }

    [Theory]
    [InlineData("America/New_York")]
    [InlineData("America/Havana")] // the clocks change at midnight: 00:00 does not exist, or is there twice
    [InlineData("Africa/Cairo")]
    [InlineData("Asia/Kathmandu")]
    [InlineData("Australia/Lord_Howe")]
    public void Every_day_starts_where_the_one_before_ends(string name)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(name);
        var day = MemberDay.Around(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero), zone);
        for (var days = 1; days < 366; days++)
        {
            var date = TimeZoneInfo.ConvertTime(day.Start, zone).Date;
            TimeZoneInfo.ConvertTime(day.Start.AddTicks(-1), zone).Date.ShouldBe(date.AddDays(-1));
            var next = MemberDay.Around(day.End.AddHours(1), zone);
            next.Start.ShouldBe(day.End);
            next.End.ShouldBe(day.EndOfTomorrow);
            day = next;
        }
    }
}
