using Flowstate.Contacts.Domain;
using Flowstate.Shared.Slices;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Persistence;

/// <summary>Where contacts went that were merged.</summary>
internal static class MergeReads
{
    public static readonly Error Merged = new(
        ErrorKind.NotFound,
        "contacts.merged",
        "This contact was merged into another one."
    );

    // A merged contact may lead to one that was merged itself; a path has no end only by a bug, and is cut off.
    private const string Way = """
        with recursive way as (
          select kept_id, 1 as step from contacts.merges
          where workspace_id = @ws and merged_id = @id and undone_at is null
          union all
          select m.kept_id, way.step + 1 from way
          join contacts.merges m on m.workspace_id = @ws and m.merged_id = way.kept_id and m.undone_at is null
          where way.step < 100
        )
        select c.id from way join contacts.contacts c on c.workspace_id = @ws and c.id = way.kept_id
        """;

    /// <summary>The common table of the contacts <c>@ids</c> and all whom merges made part of them; it is recursive.</summary>
    public const string Whole = """
        whole(id) as (
          select unnest(@ids)
          union
          select m.merged_id from contacts.merges m join whole on m.kept_id = whole.id
          where m.workspace_id = @ws and m.undone_at is null)
        """;

    /// <summary>The living contact at the end of the way, where the member may see it; null where there is no way.</summary>
    public static async Task<Guid?> MergedInto(this ContactsDbContext db, Guid contactId, CancellationToken ct)
    {
        var ends = await db.Read<Row>($"{Way} where {db.Visible("c")}", ct, ("id", contactId));
        return ends is [var end] ? end.Id : null;
    }

    /// <summary>404: <c>contacts.merged</c> with the <c>contactId</c> it is now, or <c>contacts.not-found</c>.</summary>
    public static async Task<Error> NotHere(this ContactsDbContext db, Guid contactId, CancellationToken ct) =>
        await db.MergedInto(contactId, ct) is { } now ? Merged.With("contactId", now) : ContactWrites.NotFound;

    /// <summary>Null where the contact is there, deleted or not, and no merge made it part of another; else as <see cref="NotHere"/>.</summary>
    public static async Task<Error?> Missing(this ContactsDbContext db, Guid contactId, CancellationToken ct)
    {
        if (await db.MergedInto(contactId, ct) is { } now)
        {
            return Merged.With("contactId", now);
        }

        var all = db.Contacts.IgnoreQueryFilters([ContactsDbContext.AliveFilter]);
        return await all.AnyAsync(contact => contact.Id == contactId, ct) ? null : ContactWrites.NotFound;
    }

    /// <summary>A contact's open follow-ups, into the contact that is tracked.</summary>
    public static Task LoadFollowUps(this ContactsDbContext db, Contact contact, CancellationToken ct) =>
        db.Entry(contact)
            .Collection(row => row.FollowUps)
            .Query()
            .Where(row => row.Status == FollowUpStatus.Open)
            .LoadAsync(ct);

    internal sealed class Row
    {
        public Guid Id { get; set; }
    }
}
