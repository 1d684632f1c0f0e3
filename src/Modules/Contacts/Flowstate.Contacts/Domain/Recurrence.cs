namespace Flowstate.Contacts.Domain;

/// <summary>When a recurring follow-up comes next.</summary>
internal static class Recurrence
{
    /// <summary>
    /// The first date after now that is a whole number of periods after the last one, at the same hour of the
    /// contact's clock: a call at nine stays at nine when the clocks change.
    /// </summary>
    public static DateTimeOffset After(DateTimeOffset lastDue, int everyDays, DateTimeOffset now, string? timeZone)
    {
        var zone =
            timeZone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var found)
                ? found
                : TimeZoneInfo.Utc;
        var local = TimeZoneInfo.ConvertTime(lastDue, zone).DateTime;
        var periods = Math.Max(1, (int)Math.Floor((now - lastDue).TotalDays / everyDays));
        DateTimeOffset next;
        do
        {
            next = ToInstant(local.AddDays((double)periods * everyDays), zone);
            periods++;
        } while (next <= now);

        return next;
    }

    // An hour that the spring change skips does not exist: the follow-up comes an hour later that day.
    public static DateTimeOffset ToInstant(DateTime local, TimeZoneInfo zone)
    {
        var existing = zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new DateTimeOffset(existing, zone.GetUtcOffset(existing)).ToUniversalTime();
    }
}
