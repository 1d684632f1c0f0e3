namespace Flowstate.Contacts.Features.Contacts;

/// <summary>
/// One way to sort contacts: by a column with an index that begins with the workspace and ends with the id of the same
/// table, so that a page at any depth is one walk. <paramref name="HasNone"/>: the column may be empty.
/// </summary>
internal sealed record ContactSort(string Code, string Column, string Id, bool Descending, bool HasNone)
{
    private static readonly ContactSort[] All =
    [
        .. Both("created", "c.created_at", "c.id", hasNone: false),
        .. Both("name", "c.name", "c.id", hasNone: false),
        .. Both("lastTouch", "r.last_touch_at", "r.contact_id", hasNone: true),
        .. Both("nextTouch", "r.next_touch_at", "r.contact_id", hasNone: true),
    ];

    public static readonly string[] Codes = Array.ConvertAll(All, sort => sort.Code);

    public bool IsByName => Column == "c.name";

    public bool IsByRhythm => HasNone;

    public string Direction => Descending ? "desc" : "asc";

    public static ContactSort Of(string code) => All.Single(sort => sort.Code == code);

    private static ContactSort[] Both(string code, string column, string id, bool hasNone) =>
        [new(code, column, id, Descending: false, hasNone), new($"-{code}", column, id, Descending: true, hasNone)];
}
