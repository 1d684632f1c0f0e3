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
}
