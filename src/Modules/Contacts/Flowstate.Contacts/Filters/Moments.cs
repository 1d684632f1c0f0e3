namespace Flowstate.Contacts.Filters;

/// <summary>Now, and the days of a member's time zone as instants.</summary>
internal sealed record Moments(DateTimeOffset Now, TimeZoneInfo Zone)
{
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, Zone).DateTime);

    /// <summary>The first instant of the day; where the clocks leave midnight out, the first that there is.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (Zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(15);
        }

        // Year 1 and 9999 have no instant in every zone.
        var utc = Math.Clamp(
            midnight.Ticks - Zone.GetUtcOffset(midnight).Ticks,
            DateTime.MinValue.Ticks,
            DateTime.MaxValue.Ticks
        );
        return new DateTimeOffset(utc, TimeSpan.Zero);
    }

    public DateTimeOffset EndOf(DateOnly day) =>
        day == DateOnly.MaxValue ? DateTimeOffset.MaxValue : StartOf(day.AddDays(1));
}
