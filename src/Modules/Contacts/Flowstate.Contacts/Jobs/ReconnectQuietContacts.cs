using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Events;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Jobs;
using Flowstate.Shared.Slices;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Contacts.Jobs;

/// <summary>
/// Seven days without a touch, and nothing planned: "Reconnect with value" goes on the list. Only for contacts on their
/// way along the line; who said no rests, who has one star is left alone, and a reconnect just done is not repeated.
/// </summary>
internal sealed class ReconnectQuietContacts(IServiceScopeFactory scopes, TimeProvider clock) : IRecurringJob
{
    private const int Batch = 500;

    private const string Sql = """
        with quiet as (
          select r.workspace_id, r.contact_id, r.sequence, c.time_zone
          from contacts.contact_rhythms r
          join contacts.contacts c on c.workspace_id = r.workspace_id and c.id = r.contact_id
          where r.workspace_id = @ws and r.last_touch_at <= @quiet and r.next_follow_up_at is null and not r.resting
            and c.deleted_at is null and c.warmth <> 1
            and c.stage in ('lead', 'relationship', 'invited', 'qualified', 'presentationSent', 'followUp')
            and not exists (
              select 1 from contacts.follow_ups f
              where f.workspace_id = r.workspace_id and f.contact_id = r.contact_id
                and f.kind = 'reconnect' and (f.status = 'open' or f.closed_at > @quiet)
            )
          limit @batch for update of r skip locked
        ), planned as (
          insert into contacts.follow_ups
            (workspace_id, id, contact_id, kind, step, title, due_at, status, escalation, created_at)
          select workspace_id, gen_random_uuid(), contact_id, 'reconnect', 1, @title, @now, 'open', 0, @now from quiet
          returning id, contact_id
        ), advanced as (
          update contacts.contact_rhythms r set sequence = q.sequence + 1, next_follow_up_at = @now
          from quiet q where r.workspace_id = q.workspace_id and r.contact_id = q.contact_id
        )
        select p.id, p.contact_id, q.sequence + 1 as sequence, q.time_zone
        from planned p join quiet q on q.contact_id = p.contact_id
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
        var planned = await db.Read<Row>(
            Sql,
            ct,
            ("quiet", now - Automations.Quiet),
            ("now", now),
            ("title", Automations.Reconnect.Title),
            ("batch", Batch)
        );
        foreach (var row in planned)
        {
            db.Raise(
                new FollowUpScheduled(
                    db.User.WorkspaceId,
                    row.ContactId,
                    row.Sequence,
                    now,
                    row.Id,
                    Code.Of(FollowUpKind.Reconnect),
                    Automations.Reconnect.Title,
                    now,
                    row.TimeZone
                )
            );
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return planned.Count;
    }

    internal sealed class Row
    {
        public Guid Id { get; set; }
        public Guid ContactId { get; set; }
        public long Sequence { get; set; }
        public string? TimeZone { get; set; }
    }
}
