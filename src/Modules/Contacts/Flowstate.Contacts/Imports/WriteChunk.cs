using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Imports;

/// <summary>
/// Writes a chunk of rows in one transaction: contacts, what old ones gained, the report of each row, events, and the step
/// forward. All of it is there afterwards, or nothing.
/// </summary>
internal sealed class WriteChunk(ContactsDbContext db, string? country, CadenceDays cadence, TimeProvider clock)
{
    private readonly HashSet<Contact> _created = [];
    private Dictionary<Guid, int> _made = [];
    private readonly HashSet<Contact> _updated = [];
    private readonly List<StageMove> _moves = [];
    private readonly List<ImportRow> _report = [];

    /// <returns>The import after the step; its next row may lie past these rows if another host has written them.</returns>
    public Task<Import> Run(Guid importId, IReadOnlyList<ReadRow> rows, CancellationToken ct) =>
        TryAgain.On(
            fault => fault.IsPassing() || fault.IsMailTaken(),
            attempt => Write(importId, rows, fresh: attempt == 1, ct),
            ct
        );

    private async Task<Import> Write(Guid importId, IReadOnlyList<ReadRow> rows, bool fresh, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        _created.Clear();
        _updated.Clear();
        _moves.Clear();
        _report.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var import = (await db.LockImport(importId, ct))!;
        var open = rows.Where(row => row.Draft.Row >= import.NextRow).ToList();
        if (import.IsOver || open.Count == 0)
        {
            return import;
        }

        var now = clock.Moment();
        if (!fresh)
        {
            // Those of the attempt before may have gained something from rows after theirs.
            open = open.ConvertAll(row => row with { Person = import.PersonOf(row.Draft, country, now) });
        }

        await Sort(import, open, now, ct);
        // Sorted once into the indexes of the search, not as often as its pending list is full.
        await db.Database.ExecuteSqlAsync($"set local gin_pending_list_limit = '256MB'", ct);
        await db.Copy<Contact>([.. _created], ct);
        await db.Copy<Rhythm>([.. _created.Select(contact => contact.Rhythm)], ct);
        await db.Copy<ContactPoint>([.. _created.SelectMany(contact => contact.Points)], ct);
        await db.Copy(_moves, ct);
        await db.Copy(_report, ct);
        import.Advance(open[^1].Draft.Row + 1, _report, now);
        (await db.Tasks.SingleAsync(task => task.Id == importId, ct)).Advance(import.Processed, import.Total);
        db.Tell(import, _created.Concat(_updated), now);
        await db.SaveChangesAsync(ct);
        await db.Database.ExecuteSqlAsync($"select contacts.tidy_search()", ct);
        await transaction.CommitAsync(ct);
        return import;
    }

    private async Task Sort(Import import, List<ReadRow> rows, DateTimeOffset now, CancellationToken ct)
    {
        var people = rows.Select(row => row.Person).OfType<Contact>().ToList();
        var known = await KnownContacts.Load(db, import.OwnerId, people, ct);
        _made = await db.MadeBy(import.Id, known.Ids, ct);
        foreach (var row in rows)
        {
            if (row.Person is not { } person)
            {
                _report.Add(import.Report(row, RowOutcome.Refused));
            }
            else if (known.Find(person) is { } contact)
            {
                _report.Add(Meet(import, contact, row, known, now));
                known.Add(contact);
            }
            else
            {
                Create(person, new Stamp(import.OwnerId, now));
                _made.Add(person.Id, row.Draft.Row);
                _report.Add(import.Report(row, RowOutcome.Created, person));
                known.Add(person);
            }
        }
    }

    private void Create(Contact contact, Stamp stamp)
    {
        _created.Add(contact);
        if (contact.Stage != Stage.Lead)
        {
            _moves.Add(StageMove.Imported(contact, stamp));
        }
    }

    // Whom this import made itself gets all that later rows say: they are one person of one file. Its undo puts them away,
    // so that nothing has to be kept of what they were before.
    private ImportRow Meet(Import import, Contact contact, ReadRow row, KnownContacts known, DateTimeOffset now)
    {
        int? madeBy = _made.TryGetValue(contact.Id, out var first) ? first : null;
        var existing = madeBy is null ? import.Existing : WhenKnown.Fill;
        var overwritten = MergeDraft.Into(contact, row, existing, country, cadence, known.HasMail, now);
        if (overwritten is not null && !_created.Contains(contact))
        {
            _updated.Add(contact);
        }

        return madeBy is not null ? import.Report(row, RowOutcome.Duplicate, contact, madeBy, overwritten is not null)
            : overwritten is null ? import.Report(row, RowOutcome.Duplicate, contact)
            : import.Report(row, RowOutcome.Updated, contact, overwritten: overwritten.ToJson());
    }
}
