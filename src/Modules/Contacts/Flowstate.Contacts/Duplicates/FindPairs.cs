using Flowstate.Contacts.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Duplicates;

/// <summary>
/// Looks for those who may be the same as some contacts, by index: who shares a mail, a number, or a company and one half of
/// the name. What is found is judged by <see cref="Likeness"/>; what no longer holds is forgotten.
/// </summary>
internal static class FindPairs
{
    // A crowd is counted no further than one past it. "offset 0" keeps a planner that has no statistics yet from comparing
    // all contacts with all.
    public static readonly string Sql = $"""
        with met as (
          select p.contact_id as one, q.contact_id as two from contacts.contact_points p
          join lateral (
            select contact_id, count(*) over () as crowd from (
              select contact_id from contacts.contact_points
              where workspace_id = @ws and kind = 'email' and active and normalised = p.normalised
              limit {Likeness.Crowd + 1}) few
          ) q on q.crowd <= {Likeness.Crowd} and q.contact_id <> p.contact_id
          where p.workspace_id = @ws and p.contact_id = any(@ids) and p.kind = 'email' and p.active
          union
          select p.contact_id, q.contact_id from contacts.contact_points p
          join lateral (
            select contact_id, count(*) over () as crowd from (
              select contact_id from contacts.contact_points
              where workspace_id = @ws and kind = 'phone' and active and normalised = p.normalised
              limit {Likeness.Crowd + 1}) few
          ) q on q.crowd <= {Likeness.Crowd} and q.contact_id <> p.contact_id
          where p.workspace_id = @ws and p.contact_id = any(@ids) and p.kind = 'phone' and p.active
            and p.normalised is not null
          union
          {Colleagues("last_name")}
          union
          {Colleagues("first_name")}
        ), pairs as (
          select distinct least(one, two) as left_id, greatest(one, two) as right_id from met
        ), judged as (
          select pairs.left_id, pairs.right_id, a.strength
          from pairs
          cross join lateral (
            select * from contacts.contacts
            where workspace_id = @ws and id = pairs.left_id and deleted_at is null offset 0) l
          cross join lateral (
            select * from contacts.contacts
            where workspace_id = @ws and id = pairs.right_id and deleted_at is null offset 0) r
          cross join lateral (
            select {Likeness.Strength("w")} as strength from {Likeness.Of("l", "r")} w offset 0) a
        )
        insert into contacts.duplicate_pairs as d (workspace_id, left_id, right_id, strength)
        select @ws, left_id, right_id, strength from judged where strength > 0 order by left_id, right_id
        on conflict (workspace_id, left_id, right_id) do update set strength = excluded.strength
        where d.strength <> excluded.strength
        """;

    // Row-level security lets no index be used through lower(): the view is searched.
    private static string Colleagues(string name) =>
        $"""
            select c.id, s.id from contacts.contacts c
            join lateral (
              select id, count(*) over () as crowd from (
                select s.id from {ContactSearch.View} s
                where lower(s.organisation) = lower(c.organisation) and lower(s.{name}) = lower(c.{name})
                  and s.organisation is not null and s.deleted_at is null
                  and similarity(lower(s.name), lower(c.name)) >= {Likeness.Close}
                limit {Likeness.Crowd + 1}) few
            ) s on s.crowd <= {Likeness.Crowd} and s.id <> c.id
            where c.workspace_id = @ws and c.id = any(@ids) and c.organisation is not null and c.deleted_at is null
            """;

    private const string Forget = """
        delete from contacts.duplicate_pairs
        where workspace_id = @ws and left_id = any(@ids) and dismissed_at is null
        """;

    /// <summary>In the transaction that is open.</summary>
    public static async Task For(ContactsDbContext db, Guid[] contactIds, CancellationToken ct)
    {
        await db.Database.ExecuteSqlRawAsync(Forget, db.Parameters(("ids", contactIds)), ct);
        await db.Database.ExecuteSqlRawAsync(Sql, db.Parameters(("ids", contactIds)), ct);
    }
}
