using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Imports;

/// <summary>
/// Works out what the rows of a file would come to, chunk after chunk, as <see cref="WriteChunk"/> would. Whom it has seen it
/// remembers by hashes of their mails, numbers and names: some 50 bytes for a row, so that a million fit into memory.
/// </summary>
internal sealed class ForeseeChunk(ContactsDbContext db, string? country, CadenceDays cadence, TimeProvider clock)
{
    // Rows that bring somebody new are only listed as a sample: there may be a million of them.
    private const int NewOnesListed = 200;
    private const int MetKept = 20_000;

    private readonly Dictionary<ulong, int> _seen = [];

    // With what earlier rows would have added; beyond so many, a row that repeats it counts as one that adds it again.
    private readonly Dictionary<Guid, Contact> _met = [];
    private int _listed;

    /// <returns>The import after the step, or null if another check or the import itself has begun meanwhile.</returns>
    public async Task<Import?> Run(Guid importId, Guid checkId, IReadOnlyList<ReadRow> rows, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var import = (await db.LockImport(importId, ct))!;
        if (!import.IsUnder(checkId) || rows[0].Draft.Row != import.NextRow)
        {
            return null;
        }

        var now = clock.Moment();
        var report = await Foresee(import, rows, now, ct);
        await db.Copy([.. report.Where(IsListed)], ct);
        import.Foresee(rows[^1].Draft.Row + 1, report, now);
        (await db.Tasks.SingleAsync(task => task.Id == checkId, ct)).Advance(import.Processed, import.Total);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return import;
    }

    private bool IsListed(ImportRow row) => row.Outcome != RowOutcome.Created || ++_listed <= NewOnesListed;

    /// <summary>What rows would come to, and nothing is written.</summary>
    public async Task<List<ImportRow>> Foresee(
        Import import,
        IReadOnlyList<ReadRow> rows,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var people = rows.Select(row => row.Person).OfType<Contact>().ToList();
        var known = await KnownContacts.Look(db, import.OwnerId, people, ct);
        return [.. rows.Select(row => Foresee(import, row, known, now))];
    }

    private ImportRow Foresee(Import import, ReadRow row, KnownContacts known, DateTimeOffset now)
    {
        if (row.Person is not { } person)
        {
            return import.Report(row, RowOutcome.Refused);
        }

        if (known.Find(person) is { } found)
        {
            return Meet(import, _met.GetValueOrDefault(found.Id, found), row, known, now);
        }

        var hashes = HashesOf(person);
        int? earlier = hashes
            .Select(hash => _seen.TryGetValue(hash, out var first) ? first : (int?)null)
            .FirstOrDefault(first => first is not null);
        hashes.ForEach(hash => _seen.TryAdd(hash, earlier ?? row.Draft.Row));
        return import.Report(row, earlier is null ? RowOutcome.Created : RowOutcome.Duplicate, madeBy: earlier);
    }

    private ImportRow Meet(Import import, Contact contact, ReadRow row, KnownContacts known, DateTimeOffset now)
    {
        if (MergeDraft.Into(contact, row, import.Existing, country, cadence, known.HasMail, now) is null)
        {
            return import.Report(row, RowOutcome.Duplicate, contact);
        }

        if (_met.Count < MetKept)
        {
            _met[contact.Id] = contact;
        }

        return import.Report(row, RowOutcome.Updated, contact);
    }

    // What KnownContacts goes by.
    private static List<ulong> HashesOf(Contact person)
    {
        var first = person.FirstName.ToLowerInvariant();
        return person.Points.Count == 0
            ? [Hash($"n{person.Name.ToLowerInvariant()}")]
            :
            [
                .. person.Points.Select(point =>
                    point.Kind == PointKind.Email ? Hash($"m{point.Identity}") : Hash($"p{point.Identity}\n{first}")
                ),
            ];
    }

    private static ulong Hash(string text) =>
        BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan())));
}
