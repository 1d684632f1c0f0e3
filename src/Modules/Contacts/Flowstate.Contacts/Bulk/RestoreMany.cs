using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Events;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Bulk;

/// <summary>
/// Brings back whom a change deleted. Who was brought back already, or deleted once more, is kept; so is one whose mail
/// address went to another contact of the owner meanwhile.
/// </summary>
internal static class RestoreMany
{
    private const string Sql = $"""
        {BulkStep.Met}
        , meant as (
          select m.*, here and deleted_at is not distinct from (m.before ->> 'deletedAt')::timestamptz as open from met m
        ), taken as (
          select p.contact_id from meant m
          join contacts.contact_points p on p.workspace_id = @ws and p.contact_id = m.contact_id
          join contacts.contact_points o on o.workspace_id = @ws and o.owner_id = p.owner_id
            and o.normalised = p.normalised and o.kind = 'email' and o.active
          where m.open and p.kind = 'email'
        ), judged as materialized (
          select position, contact_id, null::jsonb as note,
            case when open and contact_id not in (select contact_id from taken) then 'undone' else 'kept' end as outcome,
            case when not here then @gone when not open then @since
              when contact_id in (select contact_id from taken) then @taken end as reason
          from meant
        ), written as (
          update contacts.contacts c set deleted_at = null, version = c.version + 1
          from judged j where c.workspace_id = @ws and c.id = j.contact_id and j.outcome = 'undone'
        ), points as (
          update contacts.contact_points p set active = true
          from judged j where p.workspace_id = @ws and p.contact_id = j.contact_id and j.outcome = 'undone'
        )
        {BulkStep.Advanced}
        {BulkStep.Noted}
        """;

    public static async Task<IReadOnlyList<BulkOutcome>> Run(BulkStep step, CancellationToken ct)
    {
        var judged = await step.Judge(
            Sql,
            ct,
            ("gone", BulkStep.Gone),
            ("since", BulkStep.ChangedSince),
            ("taken", BulkStep.MailTaken)
        );
        var ids = BulkStep.Written(judged);
        var contacts = await step
            .Db.Contacts.AsNoTracking()
            .Include(contact => contact.Rhythm)
            .Include(contact => contact.Points)
            .Include(contact => contact.FollowUps.Where(followUp => followUp.Status == FollowUpStatus.Open))
            .Where(contact => ids.Contains(contact.Id))
            .AsSplitQuery()
            .ToListAsync(ct);
        step.TellRestored(
            contacts.Select(contact => new RestoredContact(
                contact.Details(),
                [.. contact.OpenFollowUps.Select(Contact.Details)]
            ))
        );
        return BulkStep.Outcomes(judged);
    }
}
