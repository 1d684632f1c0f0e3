using System.Text.Json;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Persistence;
using Npgsql;

namespace Flowstate.Contacts.Features.Contacts;

/// <summary>
/// A page of an audience in any order. Who has no date to sort by comes last, in a statement of their own: one condition
/// over both could not be walked by an index.
/// </summary>
internal sealed record SortedQuery(Audience Who, ContactSort Sort, SortCursor? After, int Take)
{
    private const string Columns = """
        c.id, c.name, c.first_name, c.last_name, c.organisation, c.primary_email, c.primary_phone, c.stage, c.warmth,
        c.created_at, c.owner_id, c.title, c.country, c.language, c.source, c.tags, c.custom_fields::text as custom_fields,
        0::bigint as hits
        """;

    internal sealed class Row : ContactQuery.Row
    {
        public string? Title { get; set; }
        public string? Country { get; set; }
        public string? Language { get; set; }
        public string? Source { get; set; }
        public string[] Tags { get; set; } = [];
        public string CustomFields { get; set; } = "{}";

        public ListContacts.Extras Extras() =>
            new(
                Title,
                Country,
                Language,
                Source,
                Tags,
                JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(CustomFields)!
            );

        public SortCursor Cursor(ContactSort sort) =>
            sort.IsByName
                ? new SortCursor(sort, Id, Name)
                : SortCursor.Of(
                    sort,
                    Id,
                    sort.Column switch
                    {
                        "r.last_touch_at" => LastTouchAt,
                        "r.next_touch_at" => NextTouchAt,
                        _ => CreatedAt,
                    }
                );
    }

    public async Task<List<Row>> Read(ContactsDbContext db, CancellationToken ct)
    {
        var (with, where) = await Who.Sql(db, ct);
        List<Row> rows = [];
        if (After is null or { Key: not null })
        {
            rows = await Page(db, with, where, none: false, Take, ct);
        }

        if (Sort.HasNone && rows.Count < Take)
        {
            rows.AddRange(await Page(db, with, where, none: true, Take - rows.Count, ct));
        }

        return rows;
    }

    private Task<List<Row>> Page(
        ContactsDbContext db,
        string with,
        string where,
        bool none,
        int take,
        CancellationToken ct
    ) => db.Rows<Row>(Sql(with, where, none), Parameters(db, take), ct);

    public string Sql(string with, string where, bool none) =>
        $"""
            {with} select {Columns}, r.last_touch_at, r.next_touch_at, r.next_follow_up_at
            from contacts.contacts c
            join contacts.contact_rhythms r on r.workspace_id = c.workspace_id and r.contact_id = c.id
            where r.workspace_id = @ws and {where} {Part(none)}
            order by {(none ? "" : $"{Sort.Column} {Sort.Direction}, ")}{Sort.Id} {Sort.Direction} limit @take
            """;

    public NpgsqlParameter[] Parameters(ContactsDbContext db, int take)
    {
        object key =
            After?.Key is null ? ""
            : Sort.IsByName ? After.Key
            : After.At;
        return Who.Parameters(db, ("take", take), ("key", key), ("after", After?.Id ?? Guid.Empty));
    }

    private string Part(bool none)
    {
        var beyond = Sort.Descending ? "<" : ">";
        if (none)
        {
            var on = After is { Key: null } ? $" and {Sort.Id} {beyond} @after" : "";
            return $"and {Sort.Column} is null{on}";
        }

        var there = Sort.HasNone ? $"and {Sort.Column} is not null" : "";
        return After is null ? there : $"{there} and ({Sort.Column}, {Sort.Id}) {beyond} (@key, @after)";
    }
}
