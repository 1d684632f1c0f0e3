namespace Flowstate.Contacts.Bulk;

/// <summary>
/// Gives contacts to a member, with their mails and numbers. The undo gives each back to whom it belonged, unless anybody has
/// worked with it since. Nobody gets a second contact with a mail that they have: that row is refused, or kept.
/// </summary>
internal static class ChangeOwners
{
    private const string Sql = $"""
        {BulkStep.Met}
        , meant as (
          select m.*, case when @undo then (m.before ->> 'ownerId')::uuid else @to end as goal,
            here and case when @undo then owner_id = @to and sequence = (m.before ->> 'sequence')::bigint
              else owner_id <> @to end as open
          from met m
        ), mails as (
          select m.position, m.contact_id, m.goal, p.normalised,
            min(m.position) over (partition by m.goal, p.normalised) as first
          from meant m
          join contacts.contact_points p on p.workspace_id = @ws and p.contact_id = m.contact_id
          where m.open and p.kind = 'email' and p.active
        ), taken as (
          select x.contact_id from mails x where x.position > x.first or exists (
            select from contacts.contact_points o
            where o.workspace_id = @ws and o.owner_id = x.goal and o.normalised = x.normalised
              and o.kind = 'email' and o.active)
        ), judged as materialized (
          select position, contact_id, goal,
            case when not here then @no
              when not open then @same
              when contact_id in (select contact_id from taken) then @no
              else @yes end as outcome,
            case when not here then @gone
              when not open then case when @undo then @since end
              when contact_id in (select contact_id from taken) then @taken end as reason,
            case when not @undo then jsonb_build_object('ownerId', owner_id, 'sequence', sequence + 1) end as note
          from meant
        ), written as (
          update contacts.contacts c set owner_id = j.goal, version = c.version + 1, updated_at = @now
          from judged j where c.workspace_id = @ws and c.id = j.contact_id and j.outcome = @yes
        ), points as (
          update contacts.contact_points p set owner_id = j.goal
          from judged j where p.workspace_id = @ws and p.contact_id = j.contact_id and j.outcome = @yes
        )
        {BulkStep.Advanced}
        {BulkStep.Noted}
        """;

    public static async Task<IReadOnlyList<BulkOutcome>> Run(BulkStep step, CancellationToken ct)
    {
        var undo = step.IsUndo;
        var judged = await step.Judge(
            Sql,
            ct,
            ("to", step.Change.NewOwnerId!.Value),
            ("yes", undo ? "undone" : "changed"),
            ("no", undo ? "kept" : "refused"),
            ("same", undo ? "kept" : "unchanged"),
            ("gone", BulkStep.Gone),
            ("since", BulkStep.ChangedSince),
            ("taken", BulkStep.MailTaken)
        );
        await step.TellUpdated(judged, ct);
        return BulkStep.Outcomes(judged);
    }
}
