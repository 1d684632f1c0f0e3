namespace Flowstate.Intelligence.Domain;

/// <summary>The member's calendar day around an instant: today's list ends where their day does.</summary>
internal readonly record struct MemberDay(
    DateTimeOffset Now,
    DateTimeOffset Start,
    DateTimeOffset End,
    DateTimeOffset EndOfTomorrow
)
{
    public static MemberDay Around(DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = TimeZoneInfo.ConvertTime(now, zone).Date;
        return new(now, Midnight(today), Midnight(today.AddDays(1)), Midnight(today.AddDays(2)));

        DateTimeOffset Midnight(DateTime date)
        {
            // Where clocks jump over midnight the day begins when it first exists.
            while (zone.IsInvalidTime(date))
            {
                date = date.AddMinutes(15);
            }

            // Where they fall back over it, it begins the first time.
            var offset = zone.IsAmbiguousTime(date)
                ? zone.GetAmbiguousTimeOffsets(date).Max()
                : zone.GetUtcOffset(date);
            return new DateTimeOffset(date, offset).ToUniversalTime();
        }
    }
}
