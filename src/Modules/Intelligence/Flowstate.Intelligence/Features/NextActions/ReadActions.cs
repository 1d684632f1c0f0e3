using Flowstate.Intelligence.Persistence;
using Flowstate.Shared.Persistence;
using Npgsql;

namespace Flowstate.Intelligence.Features.NextActions;

/// <summary>
/// The list in one statement that reads no more than it shows. Priority is the stored base plus a lateness that grows
/// with time, so no index can be in its order; but among rows of one base the earliest date always stands first. So:
/// hop through the bases that occur (a loose index scan), take the head of each by index, and merge the heads.
/// </summary>
internal static class ReadActions
{
    private const string Priority = """
        (a.base + greatest(@least, least(@most, floor(extract(epoch from (@as_of - a.due_at)) / @step))))::int
        """;

    private const string Words = """
        a.contact_id, a.rule, a.priority, a.due_at, a.minutes, a.follow_up_id,
        s.name, s.warmth::int, s.stage, s.stage_entered_at, s.created_at, s.last_touch_at, s.qualification_score::int,
        s.facts, s.last_fact, s.last_fact_at,
        f.kind as follow_up_kind, f.title as follow_up_title, f.due_at as follow_up_due_at,
        c.workspace_id is not null as has_cadence, c.one, c.two, c.three, c.four, c.five
        from found a
        join intelligence.subjects s on s.workspace_id = @ws and s.contact_id = a.contact_id
        left join intelligence.follow_ups f on f.workspace_id = @ws and f.follow_up_id = a.follow_up_id
        left join intelligence.cadences c on c.workspace_id = @ws
        order by a.priority desc, a.due_at, a.contact_id
        """;

    /// <summary>Up to <paramref name="limit"/> actions after the cursor that fall due before <paramref name="before"/>.</summary>
    public static Task<List<ActionRow>> After(
        this IntelligenceDbContext db,
        ActionCursor cursor,
        DateTimeOffset before,
        bool everyones,
        int limit,
        CancellationToken ct
    )
    {
        var mine = everyones ? "workspace_id = @ws" : "workspace_id = @ws and owner_id = @me";
        // Where a lane goes on after the cursor: an index bound that may start early, never late; the condition on
        // priority decides.
        var sql = $"""
            with recursive lane as (
              (select base from intelligence.next_actions where {mine} order by base desc limit 1)
              union all
              (select (select n.base from intelligence.next_actions n
                       where {mine} and n.base < lane.base order by n.base desc limit 1)
               from lane where lane.base is not null)),
            found as (
              select a.* from lane
              cross join lateral (select case
                when @priority - lane.base > @most then '-infinity'
                when @priority - lane.base < @least then 'infinity'
                else greatest(
                  case when @priority - lane.base = @most then '-infinity'
                    else @as_of - (@priority - lane.base + 1) * make_interval(secs => @step) end,
                  least(@due_at, @as_of - (@priority - lane.base) * make_interval(secs => @step)))
                end as due_at) start
              cross join lateral (
                select a.*, {Priority} as priority from intelligence.next_actions a
                where {mine} and a.base = lane.base and a.due_at >= start.due_at and a.due_at < @before
                  and ({Priority} < @priority
                    or ({Priority} = @priority and (a.due_at, a.contact_id) > (@due_at, @contact_id)))
                order by a.due_at, a.contact_id limit @limit) a
              where lane.base is not null
              order by priority desc, due_at, contact_id limit @limit)
            select {Words}
            """;
        return db.Rows(
            sql,
            cursor.AsOf,
            ct,
            new("me", db.User.MemberId ?? Guid.Empty),
            new("priority", cursor.Priority),
            new("due_at", cursor.DueAt),
            new("contact_id", cursor.ContactId),
            new("before", before),
            new("limit", limit)
        );
    }

    /// <summary>The action of one contact, due or not; null where there is none, or the contact is somebody else's.</summary>
    public static async Task<ActionRow?> Of(
        this IntelligenceDbContext db,
        Guid contactId,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var rows = await db.Rows(
            $"""
            with found as (
              select a.*, {Priority} as priority from intelligence.next_actions a
              where a.workspace_id = @ws and a.contact_id = @contact_id and (@all or a.owner_id = @me))
            select {Words}
            """,
            now,
            ct,
            new("contact_id", contactId),
            new("all", db.User.SeesWholeWorkspace),
            new("me", db.User.MemberId ?? Guid.Empty)
        );
        return rows.SingleOrDefault();
    }

    private static Task<List<ActionRow>> Rows(
        this IntelligenceDbContext db,
        string sql,
        DateTimeOffset asOf,
        CancellationToken ct,
        params NpgsqlParameter[] parameters
    ) =>
        db.Rows<ActionRow>(
            sql,
            [
                .. parameters,
                new NpgsqlParameter("ws", db.User.WorkspaceId),
                new NpgsqlParameter("as_of", asOf),
                new NpgsqlParameter("least", Domain.Priority.LeastLateness),
                new NpgsqlParameter("most", Domain.Priority.MostLateness),
                new NpgsqlParameter("step", Domain.Priority.LatenessStep.TotalSeconds),
            ],
            ct
        );
}
