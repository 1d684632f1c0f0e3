namespace Flowstate.Contacts.Domain;

/// <summary>
/// When nobody is to be disturbed, by the clock of the contact: from one hour until another, over midnight where the second
/// is the earlier one. Without both there are none.
/// </summary>
internal sealed record QuietHours(TimeOnly? From, TimeOnly? Until)
{
    public static readonly QuietHours None = new(null, null);

    /// <summary>The instant itself where it is not quiet then, else the end of the quiet hours that it falls into.</summary>
    public DateTimeOffset After(DateTimeOffset due, TimeZoneInfo zone)
    {
        if (From is not { } from || Until is not { } until || from == until)
        {
            return due;
        }

        var local = TimeZoneInfo.ConvertTime(due, zone).DateTime;
        var time = TimeOnly.FromDateTime(local);
        // From one until the other, without the end; over midnight where it is the earlier one.
        if (!time.IsBetween(from, until))
        {
            return due;
        }

        var day = DateOnly.FromDateTime(local).AddDays(time < until ? 0 : 1);
        var end = Recurrence.ToInstant(day.ToDateTime(until), zone);
        return end > due ? end : due;
    }
}
