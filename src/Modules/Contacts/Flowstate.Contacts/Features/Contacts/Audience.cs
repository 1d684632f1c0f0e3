using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Filters;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Persistence;
using Npgsql;

namespace Flowstate.Contacts.Features.Contacts;

/// <summary>
/// Who is meant by a filter and the parameters beside it: what follows <c>where</c> over the aliases <c>c</c> and <c>r</c>,
/// behind the one rule of who sees whom.
/// </summary>
internal sealed record Audience(SearchTerm? Search, string? Stage, int? Warmth, string? Tag, FilterSql Filter)
{
    private const string Found = " and c.id in (select id from found)";

    /// <summary>
    /// The contacts that a search finds by its index, as a common table; for a term that many have, each contact is looked
    /// at instead, as <see cref="ContactQuery"/> explains.
    /// </summary>
    public async Task<(string With, string Where)> Sql(ContactsDbContext db, CancellationToken ct)
    {
        var where = $"{db.Visible("c")}{Plain} and {Filter.Where}";
        if (Search is null)
        {
            return ("", where);
        }

        var found = $"select id from {db.SearchView} s where {db.VisibleInSearch("s")}{Search.Found("s")}";
        var counted = await db.Rows<Counted>(
            $"select count(*) as n from ({found} limit {SearchTerm.MostFound + 1}) few",
            Parameters(db),
            ct
        );
        return counted[0].N > SearchTerm.MostFound
            ? ("", where + Search.Met("c"))
            : ($"with found as materialized ({found} limit {SearchTerm.MostFound})", where + Found);
    }

    public NpgsqlParameter[] Parameters(ContactsDbContext db, params (string Name, object Value)[] more) =>
        [
            .. db.Parameters([
                ("stage", Stage is null ? "" : Vocabularies.Read(Stage)!.Value.Code()),
                ("warmth", Warmth ?? 0),
                ("tag", Tag ?? ""),
                .. Search?.Parameters ?? [],
                .. more,
            ]),
            .. Filter.Parameters.Select(one => new NpgsqlParameter(one.Name, one.Type) { Value = one.Value }),
        ];

    private string Plain =>
        (Stage is null ? "" : " and c.stage = @stage")
        + (Warmth is null ? "" : " and c.warmth = @warmth")
        + (Tag is null ? "" : " and @tag = any(c.tags)");

    internal sealed class Counted
    {
        public long N { get; set; }
    }
}
