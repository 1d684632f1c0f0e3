using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Events;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Slices;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Bulk;

/// <summary>The open rows of a chunk, and what the SQL of every action shares.</summary>
internal sealed record BulkStep(ContactsDbContext Db, BulkChange Change, IReadOnlyList<BulkRow> Rows, Stamp Stamp)
{
    public const string Gone = "It is no longer among these contacts.";
    public const string ChangedSince = "Somebody has changed it since.";
    public const string MailTaken = "Its owner would have two contacts with the same mail address.";

    /// <summary>
    /// Begins a statement: <c>met</c> is each row beside its contact as it is now, and <c>here</c> whether the change reaches
    /// it. The rows come as arrays, whose length the planner knows: of a table, or a workspace, that nobody has looked at yet
    /// it thinks that it holds one row, and would walk it for each.
    /// </summary>
    public const string Met = """
        with met as materialized (
          select b.position, b.contact_id, b.before::jsonb as before, c.id is not null as here, c.tags, c.owner_id,
            c.deleted_at, r.sequence
          from unnest(@positions, @ids, @befores) as b(position, contact_id, before)
          left join contacts.contacts c on c.workspace_id = @ws and c.id = b.contact_id
            and (c.deleted_at is null or @deleted) and (c.owner_id = @by or not @own)
          left join contacts.contact_rhythms r on r.workspace_id = @ws and r.contact_id = b.contact_id
        )
        """;

    /// <summary>Ends it: from <c>judged</c> (position, contact_id, outcome, reason, note) the rows are written.</summary>
    public const string Noted = """
        , noted as (
          update contacts.bulk_rows b set outcome = j.outcome, reason = j.reason, before = coalesce(j.note, b.before)
          from judged j where b.workspace_id = @ws and b.bulk_id = @bulk and b.position = any(@positions)
            and b.position = j.position
        )
        select contact_id, outcome from judged order by position
        """;

    /// <summary>In front of it, where the contacts are written by the same statement.</summary>
    public const string Advanced = """
        , advanced as (
          update contacts.contact_rhythms r set sequence = r.sequence + 1
          from judged j where r.workspace_id = @ws and r.contact_id = j.contact_id and j.outcome in ('changed', 'undone')
        )
        """;

    public bool IsUndo => Change.IsUndo;

    public Guid[] ContactIds => [.. Rows.Select(row => row.ContactId)];

    public static async Task<BulkStep> Open(
        ContactsDbContext db,
        BulkChange change,
        (int From, int Until) rows,
        Stamp stamp,
        CancellationToken ct
    )
    {
        var open = change.IsUndo ? BulkOutcome.Changed : BulkOutcome.Waiting;
        var meant = await db.Set<BulkRow>()
            .AsNoTracking()
            .Where(row => row.BulkId == change.Id && row.Position >= rows.From && row.Position < rows.Until)
            .Where(row => row.Outcome == open)
            .OrderBy(row => row.Position)
            .ToListAsync(ct);
        return new BulkStep(db, change, meant, stamp);
    }

    /// <summary>Runs a statement over <see cref="Met"/> and answers with each row's contact and outcome.</summary>
    public Task<List<Judged>> Judge(string sql, CancellationToken ct, params (string Name, object Value)[] more) =>
        Db.Read<Judged>(
            sql,
            ct,
            [
                ("bulk", Change.Id),
                ("positions", Rows.Select(row => row.Position).ToArray()),
                ("ids", ContactIds),
                ("befores", Rows.Select(row => row.Before).ToArray()),
                ("by", Change.StartedBy),
                // Whom an assignment gave away is not the giver's any more, and comes back all the same.
                ("own", Change.OnlyOwn && !(IsUndo && Change.Action == BulkAction.Assign)),
                ("deleted", IsUndo && Change.Action == BulkAction.Delete),
                ("undo", IsUndo),
                ("now", Stamp.Now),
                .. more,
            ]
        );

    public async Task TellUpdated(IReadOnlyList<Judged> judged, CancellationToken ct)
    {
        var contacts = await Db.ReadAll(Written(judged), ct);
        Db.RaiseMany(
            contacts.Select(contact => contact.Details()),
            told => new ContactsUpdated(Db.User.WorkspaceId, BatchId(), Stamp.Now, Stamp.By, told)
        );
    }

    public void TellRestored(IEnumerable<RestoredContact> contacts) =>
        Db.RaiseMany(contacts, told => new ContactsRestored(Db.User.WorkspaceId, BatchId(), Stamp.Now, Stamp.By, told));

    public void TellMoved(IEnumerable<MovedContact> contacts, string? reason) =>
        Db.RaiseMany(
            contacts,
            told => new ContactsMoved(Db.User.WorkspaceId, BatchId(), Stamp.Now, Stamp.By, reason, told)
        );

    /// <summary>The contacts that were written, by an action or its undo.</summary>
    public static Guid[] Written(IEnumerable<Judged> judged) =>
        [.. judged.Where(row => row.Outcome is "changed" or "undone").Select(row => row.ContactId)];

    public static IReadOnlyList<BulkOutcome> Outcomes(IEnumerable<Judged> judged) =>
        [.. judged.Select(row => Code.Read<BulkOutcome>(row.Outcome)!.Value)];

    private Guid BatchId() => Guid.CreateVersion7(Stamp.Now);

    internal sealed class Judged
    {
        public Guid ContactId { get; set; }
        public string Outcome { get; set; } = "";
    }
}
