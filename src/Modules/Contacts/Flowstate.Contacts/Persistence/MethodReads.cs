using Flowstate.Contacts.Domain;
using Flowstate.Shared.Slices;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Persistence;

/// <summary>The workspace's settings of the method; before somebody has changed them, the method's own.</summary>
internal static class MethodReads
{
    private const string Sql = """
        select c.days_one, c.days_two, c.days_three, c.days_four, c.days_five, (c.id is not null) as has_cadence,
          p.gates_relationship, p.gates_invited, p.gates_qualified, p.gates_presentation_sent, p.gates_follow_up,
          p.gates_signed_up, p.labels, d.quiet_from, d.quiet_until, m.time_zone
        from (select 1) one
        left join contacts.cadences c on c.workspace_id = @ws
        left join contacts.pipeline_settings p on p.workspace_id = @ws
        left join contacts.day_settings d on d.workspace_id = @ws
        left join contacts.members m on m.workspace_id = @ws and m.id = @owner
        """;

    /// <summary>All of it, for a contact of this owner, in one round trip.</summary>
    public static async Task<Method> Method(this ContactsDbContext db, Guid ownerId, CancellationToken ct)
    {
        var row = (await db.Read<Row>(Sql, ct, ("owner", ownerId)))[0];
        return new Method(
            row.HasCadence
                ? new CadenceDays(row.DaysOne, row.DaysTwo, row.DaysThree, row.DaysFour, row.DaysFive)
                : Domain.CadenceDays.Default,
            new GateModes(
                Mode(row.GatesRelationship),
                Mode(row.GatesInvited),
                Mode(row.GatesQualified),
                Mode(row.GatesPresentationSent),
                Mode(row.GatesFollowUp),
                Mode(row.GatesSignedUp)
            ),
            new StageLabels(row.Labels ?? []),
            new QuietHours(row.QuietFrom, row.QuietUntil),
            TimeZoneInfo.TryFindSystemTimeZoneById(row.TimeZone ?? "UTC", out var zone) ? zone : TimeZoneInfo.Utc
        );
    }

    public static async Task<StageLabels> StageLabels(this ContactsDbContext db, CancellationToken ct) =>
        new(await db.PipelineSettings.AsNoTracking().Select(row => row.Labels).FirstOrDefaultAsync(ct) ?? []);

    private static GateMode Mode(string? code) => Code.Read<GateMode>(code) ?? GateMode.Strict;

    internal sealed class Row
    {
        public bool HasCadence { get; set; }
        public int? DaysOne { get; set; }
        public int? DaysTwo { get; set; }
        public int? DaysThree { get; set; }
        public int? DaysFour { get; set; }
        public int? DaysFive { get; set; }
        public string? GatesRelationship { get; set; }
        public string? GatesInvited { get; set; }
        public string? GatesQualified { get; set; }
        public string? GatesPresentationSent { get; set; }
        public string? GatesFollowUp { get; set; }
        public string? GatesSignedUp { get; set; }
        public string[]? Labels { get; set; }
        public TimeOnly? QuietFrom { get; set; }
        public TimeOnly? QuietUntil { get; set; }
        public string? TimeZone { get; set; }
    }
}
