using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Slices;

namespace Flowstate.Contacts.Features.Contacts;

/// <summary>
/// The list in SQL. A search goes in two stages, because the planner misjudges LIKE: up to 2,000 hits are fetched by the
/// trigram index and sorted; a term with more is so common that walking the list itself finds a page at once.
/// </summary>
internal sealed record ContactQuery(SearchTerm? Search, Stage? Stage, int? Warmth, string? Tag, Cursor? After, int Take)
{
    private const string Columns = """
        c.id, c.name, c.first_name, c.last_name, c.organisation, c.primary_email, c.primary_phone, c.stage, c.warmth,
        c.created_at, c.owner_id
        """;

    private const string WithRhythm = """
        select p.*, r.last_touch_at, r.next_touch_at, r.next_follow_up_at
        from page p join contacts.contact_rhythms r on r.workspace_id = @ws and r.contact_id = p.id
        order by p.created_at desc, p.id desc
        """;

    internal class Row
    {
        public Guid Id { get; set; }
        public string Name { get; set; } = "";
        public string FirstName { get; set; } = "";
        public string? LastName { get; set; }
        public string? Organisation { get; set; }
        public string? PrimaryEmail { get; set; }
        public string? PrimaryPhone { get; set; }
        public string Stage { get; set; } = "";
        public int Warmth { get; set; }
        public DateTimeOffset? LastTouchAt { get; set; }
        public DateTimeOffset? NextTouchAt { get; set; }
        public DateTimeOffset? NextFollowUpAt { get; set; }
        public DateTimeOffset CreatedAt { get; set; }
        public Guid OwnerId { get; set; }
        public long Hits { get; set; }
    }

    public async Task<List<Row>> Read(ContactsDbContext db, CancellationToken ct)
    {
        if (Search is null)
        {
            return await db.Read<Row>(Walk(db, ""), ct, Parameters());
        }

        var few = await db.Read<Row>(Sort(db), ct, Parameters());
        // An empty page behind a cursor does not tell how many hits there were: walk, rather than end a long search early.
        var common = few.Count > 0 ? few[0].Hits > SearchTerm.MostFound : After is not null;
        return common ? await db.Read<Row>(Walk(db, Search.Met("c")), ct, Parameters()) : few;
    }

    private string Walk(ContactsDbContext db, string search) =>
        $"""
            with page as materialized (
              select {Columns}, 0::bigint as hits from contacts.contacts c
              where {db.Visible("c")} {Filters} {search} {Keyset("c")}
              order by c.created_at desc, c.id desc limit @take
            )
            {WithRhythm}
            """;

    // Hits are counted before the cursor applies, so that every page of a search takes the same way.
    private string Sort(ContactsDbContext db) =>
        $"""
            with hits as materialized (
              select {Columns} from {db.SearchView} c
              where {db.VisibleInSearch("c")} {Filters} {Search!.Found("c")} limit {SearchTerm.MostFound + 1}
            ), page as materialized (
              select c.*, (select count(*) from hits) as hits from hits c
              where true {Keyset("c")} order by c.created_at desc, c.id desc limit @take
            )
            {WithRhythm}
            """;

    private string Filters =>
        (Stage is null ? "" : " and c.stage = @stage")
        + (Warmth is null ? "" : " and c.warmth = @warmth")
        + (Tag is null ? "" : " and @tag = any(c.tags)");

    private string Keyset(string alias) =>
        After is null ? "" : $" and ({alias}.created_at, {alias}.id) < (@at, @after)";

    private (string, object)[] Parameters() =>
        [
            ("take", Take),
            ("stage", Stage?.Code() ?? ""),
            ("warmth", Warmth ?? 0),
            ("tag", Tag ?? ""),
            ("at", After?.At ?? default),
            ("after", After?.Id ?? default),
            .. Search?.Parameters ?? [],
        ];
}
