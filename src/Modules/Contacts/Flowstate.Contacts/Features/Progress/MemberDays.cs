using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Persistence;

namespace Flowstate.Contacts.Features.Progress;

/// <summary>
/// What the acting member did on each day of their own calendar: invites are INVITE_SENT facts, follow-ups are completed
/// follow-ups and FOLLOW_UP_DONE facts.
/// </summary>
internal sealed record MemberDays(DateOnly Today, string TimeZone, IReadOnlyList<DayCount> Days, DayTargets Targets)
{
    /// <summary>A streak is counted this far back.</summary>
    private const int Most = 400;

    private const string Sql = """
        with zone as (
          select coalesce((select time_zone from contacts.members where workspace_id = @ws and id = @me), @zone) as name
        ), done as (
          select at, 1 as invites, 0 as follow_ups from contacts.facts
          where workspace_id = @ws and by_member_id = @me and type = 'INVITE_SENT' and at >= @since
          union all
          select at, 0, 1 from contacts.facts
          where workspace_id = @ws and by_member_id = @me and type = 'FOLLOW_UP_DONE' and at >= @since
          union all
          select closed_at, 0, 1 from contacts.follow_ups
          where workspace_id = @ws and closed_by = @me and status = 'done' and closed_at >= @since
        )
        select zone.name as time_zone, (done.at at time zone zone.name)::date as date,
          coalesce(sum(done.invites), 0)::int as invites, coalesce(sum(done.follow_ups), 0)::int as follow_ups,
          (select invite_target from contacts.day_settings where workspace_id = @ws) as invite_target,
          (select follow_up_target from contacts.day_settings where workspace_id = @ws) as follow_up_target
        from zone left join done on true group by 1, 2
        """;

    public static async Task<MemberDays> Read(ContactsDbContext db, DateTimeOffset now, CancellationToken ct)
    {
        var rows = await db.Read<Row>(Sql, ct, ("zone", db.User.TimeZone.Id), ("since", now.AddDays(-Most)));
        var zone = TimeZoneInfo.FindSystemTimeZoneById(rows[0].TimeZone);
        return new MemberDays(
            DailyProgress.DateOf(now, zone),
            rows[0].TimeZone,
            [
                .. rows.Where(row => row.Date is not null)
                    .Select(row => new DayCount(row.Date!.Value, row.Invites, row.FollowUps)),
            ],
            new DayTargets(
                rows[0].InviteTarget ?? DayTargets.Default.Invites,
                rows[0].FollowUpTarget ?? DayTargets.Default.FollowUps
            )
        );
    }

    internal sealed class Row
    {
        public string TimeZone { get; set; } = "";
        public DateOnly? Date { get; set; }
        public int Invites { get; set; }
        public int FollowUps { get; set; }
        public int? InviteTarget { get; set; }
        public int? FollowUpTarget { get; set; }
    }
}
