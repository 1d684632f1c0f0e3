using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Events;
using Flowstate.Contacts.Imports;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Slices;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Bulk;

/// <summary>
/// Writes what moves made of contacts that nobody tracks, in a statement for each table: their stage, their rhythm, their
/// follow-ups, the record of each move, and what became of the rows.
/// </summary>
internal sealed class WriteMoves(BulkStep step)
{
    private const string Contacts = """
        update contacts.contacts c set stage = m.stage, stage_entered_at = m.entered_at, returns_to = m.returns_to,
          version = m.version, updated_at = @now
        from unnest(@ids, @stages, @entered, @returns, @versions) as m(id, stage, entered_at, returns_to, version)
        where c.workspace_id = @ws and c.id = m.id
        """;

    private const string Rhythms = """
        update contacts.contact_rhythms r set sequence = m.sequence, presented_at = m.presented_at,
          next_follow_up_at = m.next_follow_up_at
        from unnest(@ids, @sequences, @presented, @nexts) as m(id, sequence, presented_at, next_follow_up_at)
        where r.workspace_id = @ws and r.contact_id = m.id
        """;

    private const string FollowUps = """
        update contacts.follow_ups f set due_at = m.due_at, escalation = m.escalation, status = m.status,
          closed_by = m.closed_by, closed_at = m.closed_at
        from unnest(@ids, @dues, @escalations, @statuses, @by, @closed)
          as m(id, due_at, escalation, status, closed_by, closed_at)
        where f.workspace_id = @ws and f.id = m.id
        """;

    private const string Rows = """
        update contacts.bulk_rows b set outcome = m.outcome, reason = m.reason, before = coalesce(m.note::jsonb, b.before)
        from unnest(@positions, @outcomes, @reasons, @notes) as m(position, outcome, reason, note)
        where b.workspace_id = @ws and b.bulk_id = @bulk and b.position = m.position
        """;

    private readonly List<(int Position, BulkOutcome Outcome, string? Reason, string? Note)> _rows = [];
    private readonly List<Contact> _contacts = [];
    private readonly List<StageMove> _moves = [];
    private readonly List<FollowUp> _planned = [];
    private readonly List<FollowUp> _changed = [];
    private readonly List<MovedContact> _told = [];

    public IReadOnlyList<BulkOutcome> Outcomes => _rows.ConvertAll(row => row.Outcome);

    public void Note(BulkRow row, BulkOutcome outcome, string? reason = null, string? note = null) =>
        _rows.Add((row.Position, outcome, reason, note));

    public void Add(Contact contact, StageMove move, PipelineState before)
    {
        List<FollowUp> planned = [.. contact.FollowUps.Where(followUp => !before.FollowUps.ContainsKey(followUp.Id))];
        List<FollowUp> changed =
        [
            .. contact.FollowUps.Where(followUp =>
                before.FollowUps.TryGetValue(followUp.Id, out var due) && (!followUp.IsOpen || followUp.DueAt != due)
            ),
        ];
        _contacts.Add(contact);
        _moves.Add(move);
        _planned.AddRange(planned);
        _changed.AddRange(changed);
        _told.Add(
            new MovedContact(
                contact.Id,
                contact.Rhythm.Sequence,
                move.From!.Value.Code(),
                move.To.Code(),
                contact.StageEnteredAt,
                move.Forced,
                [.. planned.Concat(changed.Where(followUp => followUp.IsOpen)).Select(Contact.Details)],
                [.. changed.Where(followUp => !followUp.IsOpen).Select(followUp => followUp.Id)]
            )
        );
    }

    public async Task Write(string? reason, CancellationToken ct)
    {
        Guid[] ids = [.. _contacts.Select(contact => contact.Id)];
        await Run(
            Contacts,
            ct,
            ("ids", ids),
            ("stages", _contacts.ConvertAll(contact => contact.Stage.Code())),
            ("entered", _contacts.ConvertAll(contact => contact.StageEnteredAt)),
            ("returns", _contacts.ConvertAll(contact => contact.ReturnsTo?.Code())),
            ("versions", _contacts.ConvertAll(contact => contact.Version))
        );
        await Run(
            Rhythms,
            ct,
            ("ids", ids),
            ("sequences", _contacts.ConvertAll(contact => contact.Rhythm.Sequence)),
            ("presented", _contacts.ConvertAll(contact => contact.Rhythm.PresentedAt)),
            ("nexts", _contacts.ConvertAll(contact => contact.Rhythm.NextFollowUpAt))
        );
        await step.Db.Copy(_moves, ct);
        await step.Db.Copy(_planned, ct);
        await Run(
            FollowUps,
            ct,
            ("ids", _changed.ConvertAll(followUp => followUp.Id)),
            ("dues", _changed.ConvertAll(followUp => followUp.DueAt)),
            ("escalations", _changed.ConvertAll(followUp => followUp.Escalation)),
            ("statuses", _changed.ConvertAll(followUp => Code.Of(followUp.Status))),
            ("by", _changed.ConvertAll(followUp => followUp.ClosedBy)),
            ("closed", _changed.ConvertAll(followUp => followUp.ClosedAt))
        );
        await Run(
            Rows,
            ct,
            ("positions", _rows.ConvertAll(row => row.Position)),
            ("outcomes", _rows.ConvertAll(row => Code.Of(row.Outcome))),
            ("reasons", _rows.ConvertAll(row => row.Reason)),
            ("notes", _rows.ConvertAll(row => row.Note))
        );
        step.TellMoved(_told, reason);
    }

    private Task<int> Run(string sql, CancellationToken ct, params (string Name, object Value)[] parameters) =>
        step.Db.Database.ExecuteSqlRawAsync(
            sql,
            step.Db.Parameters([("bulk", step.Change.Id), ("now", step.Stamp.Now), .. parameters]),
            ct
        );
}
