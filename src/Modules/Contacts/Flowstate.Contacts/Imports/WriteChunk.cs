using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Events;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Persistence;
using Flowstate.Shared.Slices;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Flowstate.Contacts.Imports;

/// <summary>
/// Writes a chunk of rows in one transaction: contacts, what old ones gained, the report of each row, events, and the step
/// forward. All of it is there afterwards, or nothing.
/// </summary>
internal sealed class WriteChunk(ContactsDbContext db, string? country, CadenceDays cadence, TimeProvider clock)
{
    private const int Attempts = 5;
    private const int FactsInAnEvent = 500;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly HashSet<Contact> _created = [];

    // Of chunks before.
    private readonly HashSet<Guid> _own = [];
    private readonly HashSet<Contact> _updated = [];
    private readonly List<StageMove> _moves = [];
    private readonly List<ImportRow> _report = [];

    /// <returns>The import after the step; its next row may lie past these rows if another host has written them.</returns>
    public async Task<Import> Run(Guid importId, IReadOnlyList<ReadRow> rows, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Write(importId, rows, fresh: attempt == 1, ct);
            }
            catch (Exception taken) when (attempt < Attempts && IsMailTaken(taken))
            {
                // Somebody added a contact with one of these mails a moment ago: now it is found.
            }
            catch (Exception fault) when (attempt < Attempts && fault.IsPassing())
            {
                // A deadlock, or a lost connection: nothing of the chunk is there.
                await Task.Delay(Pause * attempt, ct);
            }
        }
    }

    private async Task<Import> Write(Guid importId, IReadOnlyList<ReadRow> rows, bool fresh, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        _created.Clear();
        _own.Clear();
        _updated.Clear();
        _moves.Clear();
        _report.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.LockImport(importId, ct);
        var import = await db.Set<Import>().SingleAsync(row => row.Id == importId, ct);
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
        await db.Copy<Contact>([.. _created], ct);
        await db.Copy<Rhythm>([.. _created.Select(contact => contact.Rhythm)], ct);
        await db.Copy<ContactPoint>([.. _created.SelectMany(contact => contact.Points)], ct);
        await db.Copy(_moves, ct);
        await db.Copy(_report, ct);
        import.Advance(open[^1].Draft.Row + 1, _report, now);
        (await db.Tasks.SingleAsync(task => task.Id == importId, ct)).Advance(import.Processed, import.Total);
        foreach (var told in _created.Concat(_updated).Select(contact => contact.Details()).Chunk(FactsInAnEvent))
        {
            db.Raise(new ContactsImported(import.WorkspaceId, import.NextRow, now, import.Id, told));
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return import;
    }

    private async Task Sort(Import import, List<ReadRow> rows, DateTimeOffset now, CancellationToken ct)
    {
        var people = rows.Select(row => row.Person).OfType<Contact>().ToList();
        var known = await KnownContacts.Load(db, import.OwnerId, people, ct);
        _own.UnionWith(await db.MadeBy(import.Id, known.Ids, ct));
        foreach (var (row, person) in rows)
        {
            if (person is null)
            {
                Report(import, row, RowOutcome.Refused, null);
            }
            else if (known.Find(person) is { } contact)
            {
                Meet(import, contact, person, row, known, now);
                known.Add(contact);
            }
            else
            {
                Create(person, new Stamp(import.OwnerId, now));
                Report(import, row, RowOutcome.Created, person);
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

    private void Meet(
        Import import,
        Contact contact,
        Contact person,
        PersonDraft row,
        KnownContacts known,
        DateTimeOffset now
    )
    {
        if (MergeDraft.Of(contact, person, row.Draft!, import.Existing, country, known.HasMail) is not { } draft)
        {
            Report(import, row, RowOutcome.Duplicate, contact);
            return;
        }

        var before = contact.Draft();
        contact.Complete(draft, country, cadence, now);
        if (!_created.Contains(contact))
        {
            _updated.Add(contact);
        }

        // Whom this import made is put away by its undo, whatever else it did to them.
        var isOwn = _created.Contains(contact) || _own.Contains(contact.Id);
        var overwritten = isOwn ? null : new Overwritten(before, contact.Draft()).ToJson();
        Report(import, row, RowOutcome.Updated, contact, overwritten);
    }

    private void Report(
        Import import,
        PersonDraft row,
        RowOutcome outcome,
        Contact? contact,
        string? overwritten = null
    ) =>
        _report.Add(
            new ImportRow
            {
                WorkspaceId = import.WorkspaceId,
                ImportId = import.Id,
                Row = row.Row,
                Outcome = outcome,
                ContactId = contact?.Id,
                Name = row.Name ?? contact?.Name,
                Reason = row.Refusal,
                Overwritten = overwritten,
            }
        );

    private static bool IsMailTaken(Exception exception) =>
        exception is Refused { Error: var error } && error == ContactsDbContext.EmailTaken
        || exception
            is PostgresException
            {
                SqlState: PostgresErrorCodes.UniqueViolation,
                ConstraintName: ContactPointMapping.UniqueMail
            };
}
