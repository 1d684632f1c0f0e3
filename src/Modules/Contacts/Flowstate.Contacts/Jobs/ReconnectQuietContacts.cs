using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Events;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Jobs;
using Flowstate.Shared.Slices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Contacts.Jobs;

/// <summary>
/// Seven days without a touch, and nothing planned: "Reconnect with value" goes on the list. Only for contacts on their
/// way along the line; who said no rests, who has one star is left alone, and a reconnect just done is not repeated.
/// </summary>
internal sealed class ReconnectQuietContacts(IServiceScopeFactory scopes, TimeProvider clock) : IRecurringJob
{
    private const int Batch = 500;

    private const string Finding = """
        select r.workspace_id, r.contact_id, r.sequence, c.time_zone, m.time_zone as owners_zone
        from contacts.contact_rhythms r
        join contacts.contacts c on c.workspace_id = r.workspace_id and c.id = r.contact_id
        left join contacts.members m on m.workspace_id = c.workspace_id and m.id = c.owner_id
        where r.workspace_id = @ws and r.last_touch_at <= @quiet and r.next_follow_up_at is null and not r.resting
          and c.deleted_at is null and c.warmth <> 1
          and c.stage in ('lead', 'relationship', 'invited', 'qualified', 'presentationSent', 'followUp')
          and not exists (
            select 1 from contacts.follow_ups f
            where f.workspace_id = r.workspace_id and f.contact_id = r.contact_id
              and f.kind = 'reconnect' and (f.status = 'open' or f.closed_at > @quiet)
          )
        limit @batch for update of r skip locked
        """;

    private const string Planning = """
        with quiet as (
          select * from unnest(@ids, @contacts, @sequences, @dues) as q(id, contact_id, sequence, due)
        ), planned as (
          insert into contacts.follow_ups
            (workspace_id, id, contact_id, kind, step, title, due_at, status, escalation, created_at)
          select @ws, id, contact_id, 'reconnect', 1, @title, due, 'open', 0, @now from quiet
        )
        update contacts.contact_rhythms r set sequence = q.sequence, next_follow_up_at = q.due
        from quiet q where r.workspace_id = @ws and r.contact_id = q.contact_id
        """;

    public string Id => "contacts.reconnect-quiet-contacts";

    public string Cron => "15 * * * *";

    public Task Run(CancellationToken ct) =>
        scopes.InEveryWorkspace(
            async (db, _) =>
            {
                while (await Plan(db, clock.Moment(), ct) == Batch) { }
            },
            ct
        );

    private static async Task<int> Plan(ContactsDbContext db, DateTimeOffset now, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var quiet = await db.Read<Row>(Finding, ct, ("quiet", now - Automations.Quiet), ("batch", Batch));
        if (quiet.Count > 0)
        {
            await Tell(db, quiet, now, ct);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return quiet.Count;
    }

    // Locked since they were found: nobody else advances them meanwhile.
    private static async Task Tell(ContactsDbContext db, List<Row> quiet, DateTimeOffset now, CancellationToken ct)
    {
        var settings = await db.DaySettings.AsNoTracking().FirstOrDefaultAsync(ct);
        var hours = new QuietHours(settings?.QuietFrom, settings?.QuietUntil);
        foreach (var row in quiet)
        {
            (row.Id, row.Sequence, row.Due) = (Guid.CreateVersion7(now), row.Sequence + 1, hours.After(now, row.Zone));
            db.Raise(
                new FollowUpScheduled(
                    db.User.WorkspaceId,
                    row.ContactId,
                    row.Sequence,
                    now,
                    row.Id,
                    Code.Of(FollowUpKind.Reconnect),
                    Automations.Reconnect.Title,
                    row.Due,
                    row.TimeZone
                )
            );
        }

        await db.Database.ExecuteSqlRawAsync(
            Planning,
            db.Parameters(
                ("ids", quiet.ConvertAll(row => row.Id)),
                ("contacts", quiet.ConvertAll(row => row.ContactId)),
                ("sequences", quiet.ConvertAll(row => row.Sequence)),
                ("dues", quiet.ConvertAll(row => row.Due)),
                ("title", Automations.Reconnect.Title),
                ("now", now)
            ),
            ct
        );
    }

    internal sealed class Row
    {
        public Guid ContactId { get; set; }
        public long Sequence { get; set; }
        public string? TimeZone { get; set; }
        public string? OwnersZone { get; set; }

        internal Guid Id { get; set; }

        internal DateTimeOffset Due { get; set; }

        internal TimeZoneInfo Zone =>
            TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone ?? OwnersZone ?? "UTC", out var zone)
                ? zone
                : TimeZoneInfo.Utc;
    }
}
