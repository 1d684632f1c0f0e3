using Flowstate.Contacts.Features.Contacts;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Persistence;

namespace Flowstate.Contacts.Exports;

/// <summary>All that a file tells of a contact. Mails and phones are in their order.</summary>
internal sealed class ExportRow
{
    private const int PageSize = 1000;

    public Guid Id { get; set; }
    public string Name { get; set; } = "";
    public string FirstName { get; set; } = "";
    public string? LastName { get; set; }
    public string? Organisation { get; set; }
    public string? Title { get; set; }
    public string[] Emails { get; set; } = [];
    public string[] Phones { get; set; } = [];
    public string? HandlesInstagram { get; set; }
    public string? HandlesMessenger { get; set; }
    public string? HandlesWhatsapp { get; set; }
    public string? HandlesLinkedin { get; set; }
    public string? Country { get; set; }
    public string? Language { get; set; }
    public string? Source { get; set; }
    public string[] Tags { get; set; } = [];
    public int Warmth { get; set; }
    public string Stage { get; set; } = "";
    public string? Notes { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset UpdatedAt { get; set; }
    public DateTimeOffset? LastTouchAt { get; set; }
    public DateTimeOffset? NextTouchAt { get; set; }
    public string CustomFields { get; set; } = "{}";

    /// <summary>Everybody of an audience, newest first, a page at a time: what is in memory does not grow with the file.</summary>
    public static async IAsyncEnumerable<List<ExportRow>> Pages(
        ContactsDbContext db,
        Audience who,
        Chosen chosen,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct
    )
    {
        var (with, where) = await who.Sql(db, ct);
        List<ExportRow> page;
        ExportRow? last = null;
        do
        {
            page = await db.Rows<ExportRow>(
                Sql(with, where + chosen.Where, last is null ? "" : "and (c.created_at, c.id) < (@at, @after)"),
                who.Parameters(
                    db,
                    ("take", PageSize),
                    ("ids", chosen.Ids ?? []),
                    ("except", chosen.Except),
                    ("at", last?.CreatedAt ?? default),
                    ("after", last?.Id ?? Guid.Empty)
                ),
                ct
            );
            yield return page;
            last = page.LastOrDefault();
        } while (page.Count == PageSize);
    }

    private static string Sql(string with, string where, string beyond) =>
        $"""
            {with} select c.id, c.name, c.first_name, c.last_name, c.organisation, c.title, c.handles_instagram,
              c.handles_messenger, c.handles_whatsapp, c.handles_linkedin, c.country, c.language, c.source, c.tags, c.warmth,
              c.stage, c.notes, c.created_at, c.updated_at, r.last_touch_at, r.next_touch_at,
              c.custom_fields::text as custom_fields, {Points("email")} as emails, {Points("phone")} as phones
            from contacts.contacts c
            join contacts.contact_rhythms r on r.workspace_id = c.workspace_id and r.contact_id = c.id
            where {where} {beyond}
            order by c.created_at desc, c.id desc limit @take
            """;

    private static string Points(string kind) =>
        $"""
            array(select coalesce(p.normalised, p.value) from contacts.contact_points p
              where p.workspace_id = c.workspace_id and p.contact_id = c.id and p.kind = '{kind}' order by p.position)
            """;
}
