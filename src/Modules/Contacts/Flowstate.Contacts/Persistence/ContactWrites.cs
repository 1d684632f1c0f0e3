using Flowstate.Contacts.Domain;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Persistence;

/// <summary>How a contact is changed: locked, loaded with its open follow-ups, changed, saved, all in one transaction.</summary>
internal static class ContactWrites
{
    public static readonly Error NotFound = new(
        ErrorKind.NotFound,
        "contacts.not-found",
        "There is no such contact. It may have been deleted."
    );

    /// <summary>
    /// Runs a change on a contact; a refused one leaves nothing behind. The lock on the narrow row serialises the
    /// writers of one contact, so that no two of them plan the same follow-up.
    /// </summary>
    public static async Task<Result<T>> Change<T>(
        this ContactsDbContext db,
        Guid contactId,
        Func<Contact, Task<Result<T>>> change,
        CancellationToken ct,
        bool deleted = false
    )
    {
        await using var own = db.Database.CurrentTransaction is null
            ? await db.Database.BeginTransactionAsync(ct)
            : null;
        if (await db.Lock(contactId, deleted, ct) is not { } contact)
        {
            return await db.NotHere(contactId, ct);
        }

        var result = await change(contact);
        if (result.IsSuccess)
        {
            await db.SaveChangesAsync(ct);
            if (own is not null)
            {
                await own.CommitAsync(ct);
            }
        }

        return result;
    }

    public static Task<Result<T>> Change<T>(
        this ContactsDbContext db,
        Guid contactId,
        Func<Contact, Result<T>> change,
        CancellationToken ct,
        bool deleted = false
    ) => db.Change(contactId, contact => Task.FromResult(change(contact)), ct, deleted);

    /// <summary>
    /// Locks and loads contacts with their points, whoever owns them, in the transaction that is open; always in one order, so
    /// that two who do so cannot wait for each other. Deleted ones are left out, unless they are asked for.
    /// </summary>
    public static async Task<List<Contact>> LockAll(
        this ContactsDbContext db,
        Guid[] contactIds,
        CancellationToken ct,
        bool deletedToo = false
    )
    {
        await db.LockRhythms(contactIds, ct);
        return await WithPoints(db, contactIds, deletedToo).ToListAsync(ct);
    }

    /// <summary>The locks alone, for who writes by statements.</summary>
    public static Task LockRhythms(this ContactsDbContext db, Guid[] contactIds, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
            select 1 from contacts.contact_rhythms
            where workspace_id = {db.User.WorkspaceId} and contact_id = any({contactIds}) order by contact_id for update
            """,
            ct
        );

    /// <summary>The same without a lock, for who writes none of them.</summary>
    public static Task<List<Contact>> ReadAll(this ContactsDbContext db, Guid[] contactIds, CancellationToken ct) =>
        WithPoints(db, contactIds).AsNoTracking().ToListAsync(ct);

    private static IQueryable<Contact> WithPoints(ContactsDbContext db, Guid[] contactIds, bool deletedToo = false) =>
        (deletedToo ? db.Contacts.IgnoreQueryFilters([ContactsDbContext.AliveFilter]) : db.Contacts)
            .Include(contact => contact.Rhythm)
            .Include(contact => contact.Points)
            .Where(contact => contactIds.Contains(contact.Id))
            .OrderBy(contact => contact.Id)
            .AsSplitQuery();

    /// <summary>The workspace's cadence; before its event has arrived, the method's own.</summary>
    public static async Task<CadenceDays> CadenceDays(this ContactsDbContext db, CancellationToken ct) =>
        await db.Cadences.AsNoTracking().Select(cadence => cadence.Days).FirstOrDefaultAsync(ct)
        ?? Domain.CadenceDays.Default;

    public static async Task<string?> Country(this ContactsDbContext db, CancellationToken ct) =>
        await db.Workspaces.AsNoTracking().Select(workspace => workspace.Country).FirstOrDefaultAsync(ct);

    /// <summary>Who acts, and when, to the microsecond that PostgreSQL keeps.</summary>
    public static Stamp Stamp(this CurrentUser user, TimeProvider clock) => new(user.MemberId, clock.Moment());

    public static DateTimeOffset Moment(this TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    private static async Task<Contact?> Lock(
        this ContactsDbContext db,
        Guid contactId,
        bool deleted,
        CancellationToken ct
    )
    {
        var workspace = db.User.WorkspaceId;
        await db.Database.ExecuteSqlAsync(
            $"select 1 from contacts.contact_rhythms where workspace_id = {workspace} and contact_id = {contactId} for update",
            ct
        );
        var contacts = deleted
            ? db
                .Contacts.IgnoreQueryFilters([ContactsDbContext.AliveFilter])
                .Where(contact => contact.DeletedAt != null)
                // One that was merged comes back with the undo of its merge, and not without its history.
                .Where(contact => !db.Merges.Any(merge => merge.MergedId == contact.Id && merge.UndoneAt == null))
            : db.Contacts;
        return await contacts
            .Include(contact => contact.Rhythm)
            .Include(contact => contact.Points)
            .Include(contact => contact.FollowUps.Where(followUp => followUp.Status == FollowUpStatus.Open))
            .AsSingleQuery()
            .SingleOrDefaultAsync(contact => contact.Id == contactId, ct);
    }
}
