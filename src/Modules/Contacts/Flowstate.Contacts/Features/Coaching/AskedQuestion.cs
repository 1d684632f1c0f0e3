using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Features.Coaching;

/// <summary>A question of a day, by its code, and what the member answered.</summary>
internal sealed record AskedQuestion(string Question, string? Answer);

internal static class MemberDate
{
    /// <summary>The day it is for the acting member, by the clock that their progress goes by.</summary>
    public static async Task<DateOnly> Today(this ContactsDbContext db, DateTimeOffset now, CancellationToken ct)
    {
        var me = db.User.MemberId;
        var kept = await db
            .Members.AsNoTracking()
            .Where(member => member.Id == me)
            .Select(member => member.TimeZone)
            .FirstOrDefaultAsync(ct);
        var zone =
            kept is not null && TimeZoneInfo.TryFindSystemTimeZoneById(kept, out var found) ? found : db.User.TimeZone;
        return DailyProgress.DateOf(now, zone);
    }
}
