using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Imports;

/// <summary>
/// The owner's contacts that rows of a chunk may mean: the same mail; else the same number and first name; else, where
/// neither side has a mail or number, the same name. Rows written before in the chunk count too.
/// </summary>
internal sealed class KnownContacts
{
    private const string Matches = $"""
        select p.contact_id as "Value" from contacts.contact_points p
        where p.workspace_id = @ws and p.owner_id = @owner and p.kind = 'email' and p.active and p.normalised = any(@mails)
        union
        select p.contact_id from unnest(@numbers, @firsts) as row(number, first)
        join contacts.contact_points p on p.workspace_id = @ws and p.normalised = row.number and p.owner_id = @owner
          and p.kind = 'phone' and p.active
        join contacts.contacts c on c.workspace_id = @ws and c.id = p.contact_id and starts_with(c.search_text, ' ' || row.first)
        union
        select p.contact_id from contacts.contact_points p
        where cardinality(@raw) > 0 and p.workspace_id = @ws and p.owner_id = @owner and p.kind = 'phone' and p.active
          and p.normalised is null and p.value = any(@raw)
        union
        select c.id from {ContactSearch.View} c
        where cardinality(@names) > 0 and c.owner_id = @owner and c.deleted_at is null
          and c.primary_email is null and c.primary_phone is null and split_part(c.search_text, E'\n', 1) = any(@names)
        """;

    private readonly Dictionary<string, Contact> _byMail = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Number, string First), Contact> _byNumber = [];
    private readonly Dictionary<string, Contact> _byName = new(StringComparer.Ordinal);

    private KnownContacts() { }

    /// <summary>Of those that were there before the chunk.</summary>
    public Guid[] Ids { get; private init; } = [];

    /// <summary>Finds, locks and loads them, in the transaction that is open.</summary>
    public static Task<KnownContacts> Load(
        ContactsDbContext db,
        Guid ownerId,
        IReadOnlyList<Contact> rows,
        CancellationToken ct
    ) => Load(db, ownerId, rows, ids => db.LockAll(ids, ct), ct);

    /// <summary>The same where nothing will be written.</summary>
    public static Task<KnownContacts> Look(
        ContactsDbContext db,
        Guid ownerId,
        IReadOnlyList<Contact> rows,
        CancellationToken ct
    ) => Load(db, ownerId, rows, ids => db.ReadAll(ids, ct), ct);

    private static async Task<KnownContacts> Load(
        ContactsDbContext db,
        Guid ownerId,
        IReadOnlyList<Contact> rows,
        Func<Guid[], Task<List<Contact>>> read,
        CancellationToken ct
    )
    {
        var ids = await db.Database.SqlQueryRaw<Guid>(Matches, Parameters(db, ownerId, rows)).ToArrayAsync(ct);
        var known = new KnownContacts { Ids = ids };
        if (ids.Length == 0)
        {
            return known;
        }

        foreach (var contact in await read(ids))
        {
            known.Add(contact);
        }

        return known;
    }

    public Contact? Find(Contact row) =>
        Identities(row, PointKind.Email)
            .Select(mail => _byMail.GetValueOrDefault(mail))
            .FirstOrDefault(found => found is not null)
        ?? Identities(row, PointKind.Phone)
            .Select(number => _byNumber.GetValueOrDefault((number, First(row))))
            .FirstOrDefault(found => found is not null)
        ?? (row.Points.Count == 0 ? _byName.GetValueOrDefault(Name(row)) : null);

    public bool HasMail(string mail) => _byMail.ContainsKey(mail);

    /// <summary>Takes in a contact, or what it gained. The first to have a mail, number or name keeps it.</summary>
    public void Add(Contact contact)
    {
        foreach (var mail in Identities(contact, PointKind.Email))
        {
            _byMail.TryAdd(mail, contact);
        }

        foreach (var number in Identities(contact, PointKind.Phone))
        {
            _byNumber.TryAdd((number, First(contact)), contact);
        }

        if (contact.Points.Count == 0)
        {
            _byName.TryAdd(Name(contact), contact);
        }
        else if (_byName.GetValueOrDefault(Name(contact)) == contact)
        {
            _byName.Remove(Name(contact));
        }
    }

    private static object[] Parameters(ContactsDbContext db, Guid ownerId, IReadOnlyList<Contact> rows)
    {
        var numbers = rows.SelectMany(row =>
                row.Points.Where(point => point is { Kind: PointKind.Phone, Normalised: not null })
                    .Select(point => (Number: point.Normalised!, First: First(row)))
            )
            .Distinct()
            .ToList();
        var raw = rows.SelectMany(row => row.Points)
            .Where(point => point is { Kind: PointKind.Phone, Normalised: null })
            .Select(point => point.Value);
        return db.Parameters(
            ("owner", ownerId),
            (
                "mails",
                rows.SelectMany(row => Identities(row, PointKind.Email)).Distinct(StringComparer.Ordinal).ToArray()
            ),
            ("numbers", numbers.Select(pair => pair.Number).ToArray()),
            ("firsts", numbers.Select(pair => pair.First).ToArray()),
            ("raw", raw.Distinct(StringComparer.Ordinal).ToArray()),
            ("names", rows.Where(row => row.Points.Count == 0).Select(Name).Distinct(StringComparer.Ordinal).ToArray())
        );
    }

    private static IEnumerable<string> Identities(Contact contact, PointKind kind) =>
        contact.Points.Where(point => point.Kind == kind).Select(point => point.Identity);

    // Folded as the search text is.
    private static string First(Contact contact) => SearchText.Fold(contact.FirstName);

    private static string Name(Contact contact) => $" {SearchText.Fold(contact.Name)}";
}
