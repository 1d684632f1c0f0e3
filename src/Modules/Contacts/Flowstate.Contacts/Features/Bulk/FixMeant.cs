using Flowstate.Contacts.Bulk;
using Flowstate.Contacts.Features.Contacts;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Persistence;
using Npgsql;

namespace Flowstate.Contacts.Features.Bulk;

/// <summary>
/// Writes down whom a change means, of those whom the caller may see: a list that is paged while it changes would miss some
/// and meet others twice. One statement, however many they are; answers with their number.
/// </summary>
internal static class FixMeant
{
    public static Task<int> FixRows(
        this ContactsDbContext db,
        BulkChange change,
        IReadOnlyList<Guid> ids,
        CancellationToken ct
    ) =>
        db.Fix(
            "with",
            $"where {db.Visible("c")} and c.id = any(@ids)",
            db.Parameters(("bulk", change.Id), ("ids", ids.ToArray())),
            ct
        );

    public static async Task<int> FixRows(
        this ContactsDbContext db,
        BulkChange change,
        Audience who,
        IReadOnlyList<Guid> except,
        CancellationToken ct
    )
    {
        var (with, where) = await who.Sql(db, ct);
        return await db.Fix(
            with.Length == 0 ? "with" : with + ",",
            $"""
            join contacts.contact_rhythms r on r.workspace_id = c.workspace_id and r.contact_id = c.id
            where {where} and c.id <> all(@except)
            """,
            who.Parameters(db, ("bulk", change.Id), ("except", except.ToArray())),
            ct
        );
    }

    private static async Task<int> Fix(
        this ContactsDbContext db,
        string with,
        string whom,
        NpgsqlParameter[] parameters,
        CancellationToken ct
    )
    {
        var counted = await db.Rows<Audience.Counted>(
            $"""
            {with} meant as (
              insert into contacts.bulk_rows (workspace_id, bulk_id, position, contact_id, outcome)
              select @ws, @bulk, row_number() over (order by c.created_at desc, c.id desc), c.id, 'waiting'
              from contacts.contacts c {whom}
              returning 1
            ) select count(*) as n from meant
            """,
            parameters,
            ct
        );
        return (int)counted[0].N;
    }
}
