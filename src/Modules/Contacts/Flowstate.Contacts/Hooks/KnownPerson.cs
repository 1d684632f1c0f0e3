using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Hooks;

/// <summary>Who in the workspace a sender means: by handle, mail or number, each of them one index look-up.</summary>
internal static class KnownPerson
{
    /// <summary>Two deliveries about one unknown person come one after the other, so that they make one contact.</summary>
    public static async Task LockPerson(
        this ContactsDbContext db,
        InboundPerson person,
        string? country,
        CancellationToken ct
    )
    {
        var names = new[] { Handle(person), Mail(person), Number(person, country) };
        // In one order, so that no two wait for each other.
        foreach (var name in names.OfType<string>().Order(StringComparer.Ordinal))
        {
            var key = $"contacts person {db.User.WorkspaceId} {name}";
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({key}, 4))", ct);
        }
    }

    /// <summary>Null where nobody is. Of several: one of the owner's, then the one that has been there longest.</summary>
    public static async Task<Guid?> FindPerson(
        this ContactsDbContext db,
        InboundPerson person,
        Guid owner,
        string? country,
        CancellationToken ct
    )
    {
        if (!person.IsNamed)
        {
            return null;
        }

        var rows = await db.Read<Row>(
            Sql(person.HandleColumn),
            ct,
            ("owner", owner),
            ("handle", Handle(person) ?? ""),
            ("mail", Mail(person) ?? ""),
            ("number", Number(person, country) ?? "")
        );
        return rows.FirstOrDefault()?.Id;
    }

    // Handles are looked for in the search view: row-level security lets no index be used through lower().
    internal static string Sql(string? handles)
    {
        var byHandle = handles is null
            ? ""
            : $"""
                union all
                (select s.id, 0 from {ContactSearch.View} s
                 where s.{handles} is not null and lower(s.{handles}) = @handle and s.deleted_at is null limit 20)
                """;
        return $"""
            select c.id from (
              (select p.contact_id as id, 1 as rank from contacts.contact_points p
               where p.workspace_id = @ws and p.kind = 'email' and p.active and p.normalised = @mail limit 20)
              union all
              (select p.contact_id, 2 from contacts.contact_points p
               where p.workspace_id = @ws and p.kind = 'phone' and p.active and p.normalised = @number limit 20)
              {byHandle}
            ) found
            join contacts.contacts c on c.workspace_id = @ws and c.id = found.id and c.deleted_at is null
            order by c.owner_id <> @owner, found.rank, c.created_at, c.id limit 1
            """;
    }

    private static string? Handle(InboundPerson person) =>
        person.HandleColumn is null ? null : person.Handle!.ToLowerInvariant();

    private static string? Mail(InboundPerson person) =>
        person.Email is null ? null : ContactPoint.Normalise(PointKind.Email, person.Email, null);

    private static string? Number(InboundPerson person, string? country) =>
        person.Number is null ? null : ContactPoint.Normalise(PointKind.Phone, person.Number, country);

    internal sealed class Row
    {
        public Guid Id { get; set; }
    }
}
