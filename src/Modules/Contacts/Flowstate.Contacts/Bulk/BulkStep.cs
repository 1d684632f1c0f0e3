using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Events;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Slices;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Bulk;

/// <summary>The rows from <paramref name="From"/> up to, and without, <paramref name="Until"/>, and what their SQL shares.</summary>
internal sealed record BulkStep(ContactsDbContext Db, BulkChange Change, int From, int Until, Stamp Stamp)
{
    private const int FactsInAnEvent = 500;

    public const string Gone = "It is no longer among these contacts.";
    public const string ChangedSince = "Somebody has changed it since.";
    public const string MailTaken = "Its owner would have two contacts with the same mail address.";

    private const string Locked = """
        select r.contact_id as "Value" from contacts.contact_rhythms r
        where r.workspace_id = {0} and r.contact_id in (
          select b.contact_id from contacts.bulk_rows b
          where b.workspace_id = {0} and b.bulk_id = {1} and b.position >= {2} and b.position < {3})
        order by r.contact_id for update of r
        """;

    /// <summary>
    /// Begins a statement: <c>met</c> is each open row of the step beside its contact as it is now, and <c>here</c> whether
    /// the change reaches it.
    /// </summary>
    public const string Met = """
        with met as materialized (
          select b.ctid as place, b.position, b.contact_id, b.before, c.id is not null as here, c.tags, c.owner_id, c.deleted_at, r.sequence
          from contacts.bulk_rows b
          left join contacts.contacts c on c.workspace_id = @ws and c.id = b.contact_id
            and (c.deleted_at is null or @deleted) and (c.owner_id = @by or not @own)
          left join contacts.contact_rhythms r on r.workspace_id = @ws and r.contact_id = c.id
          where b.workspace_id = @ws and b.bulk_id = @bulk and b.position >= @from and b.position < @until
            and b.outcome = @open
        )
        """;

    /// <summary>
    /// Ends it: from <c>judged</c> (place, position, contact_id, outcome, reason, note) the rows are written. Found by their
    /// place: of a table that nobody has looked at yet the planner thinks it holds one row, and would walk it for each.
    /// </summary>
    public const string Noted = """
        , noted as (
          update contacts.bulk_rows b set outcome = j.outcome, reason = j.reason, before = coalesce(j.note, b.before)
          from judged j where b.workspace_id = @ws and b.ctid = j.place
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

    /// <summary>In one order, as every writer of contacts: two of them cannot wait for each other.</summary>
    public Task LockContacts(CancellationToken ct) =>
        Db
            .Database.SqlQueryRaw<Guid>(Locked, Db.User.WorkspaceId, Change.Id, From, Until)
            .ToListAsync(ct);

    /// <summary>Runs a statement over <see cref="Met"/> and answers with each row's contact and outcome.</summary>
    public Task<List<Judged>> Judge(string sql, CancellationToken ct, params (string Name, object Value)[] more) =>
        Db.Read<Judged>(
            sql,
            ct,
            [
                ("bulk", Change.Id),
                ("from", From),
                ("until", Until),
                ("by", Change.StartedBy),
                // Whom an assignment gave away is not the giver's any more, and comes back all the same.
                ("own", Change.OnlyOwn && !(IsUndo && Change.Action == BulkAction.Assign)),
                ("deleted", IsUndo && Change.Action == BulkAction.Delete),
                ("open", Code.Of(IsUndo ? BulkOutcome.Changed : BulkOutcome.Waiting)),
                ("undo", IsUndo),
                ("now", Stamp.Now),
                .. more,
            ]
        );

    public async Task TellUpdated(IReadOnlyList<Judged> judged, CancellationToken ct)
    {
        var contacts = await Db.ReadAll(Written(judged), ct);
        foreach (var told in contacts.Select(contact => contact.Details()).Chunk(FactsInAnEvent))
        {
            Db.Raise(new ContactsUpdated(Db.User.WorkspaceId, BatchId(), Stamp.Now, Stamp.By, told));
        }
    }

    public void TellRestored(IEnumerable<RestoredContact> contacts)
    {
        foreach (var told in contacts.Chunk(FactsInAnEvent))
        {
            Db.Raise(new ContactsRestored(Db.User.WorkspaceId, BatchId(), Stamp.Now, Stamp.By, told));
        }
    }

    public void TellMoved(IEnumerable<MovedContact> contacts, string? reason)
    {
        foreach (var told in contacts.Chunk(FactsInAnEvent))
        {
            Db.Raise(new ContactsMoved(Db.User.WorkspaceId, BatchId(), Stamp.Now, Stamp.By, reason, told));
        }
    }

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
