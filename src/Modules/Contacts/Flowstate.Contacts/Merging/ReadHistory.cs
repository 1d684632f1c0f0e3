using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Events;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Slices;

namespace Flowstate.Contacts.Merging;

/// <summary>Adds up what happened to a contact, from the rows that say it.</summary>
internal static class ReadHistory
{
    private const string Sql = """
        select t.last_touch_at, t.noes, t.last_outcome,
          array(select distinct type from contacts.facts where workspace_id = @ws and contact_id = @id)::text[] as facts,
          exists(select 1 from contacts.follow_ups where workspace_id = @ws and contact_id = @id and status = 'done')
            as completed
        from (
          select max(at) as last_touch_at, count(*) filter (where outcome = 'noThanks')::int as noes,
            (array_agg(outcome order by at desc, logged_at desc))[1]::text as last_outcome
          from contacts.touches where workspace_id = @ws and contact_id = @id and channel <> 'note'
        ) t
        """;

    private const string Newest = """
        select type, at from contacts.facts where workspace_id = @ws and contact_id = @id order by at desc, id desc limit 1
        """;

    public static async Task<History> History(this ContactsDbContext db, Guid contactId, CancellationToken ct)
    {
        var row = (await db.Read<Row>(Sql, ct, ("id", contactId)))[0];
        var shown = row.Facts.Aggregate(
            row.LastTouchAt is null ? Evidence.None : Evidence.Touched,
            (all, fact) => all | EvidenceOfFacts.Of(FactTypes.Read(fact)!.Value)
        );
        return new History(
            row.LastTouchAt,
            row.Noes,
            row.LastOutcome == Code.Of(Outcome.NoThanks),
            row.Completed ? shown | Evidence.CompletedFollowUp : shown
        );
    }

    /// <summary>The contact whole, for an event. What it is made of has to be saved.</summary>
    public static async Task<ContactState> State(this ContactsDbContext db, Contact contact, CancellationToken ct)
    {
        var facts = await db.Read<FactRow>(Newest, ct, ("id", contact.Id));
        return facts is [var last] ? contact.State(last.Type, last.At) : contact.State(null, null);
    }

    internal sealed class Row
    {
        public DateTimeOffset? LastTouchAt { get; set; }
        public int Noes { get; set; }
        public string? LastOutcome { get; set; }
        public string[] Facts { get; set; } = [];
        public bool Completed { get; set; }
    }

    internal sealed class FactRow
    {
        public string Type { get; set; } = "";
        public DateTimeOffset At { get; set; }
    }
}
