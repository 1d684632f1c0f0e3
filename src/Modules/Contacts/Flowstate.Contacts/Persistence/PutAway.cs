using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Events;

namespace Flowstate.Contacts.Persistence;

/// <summary>Deletes many contacts as <see cref="Contact.Delete"/> deletes one: in one statement, in the open transaction.</summary>
internal static class PutAway
{
    private sealed class Gone
    {
        public Guid ContactId { get; set; }
        public long Sequence { get; set; }
    }

    /// <returns>How many were there to be deleted.</returns>
    public static async Task<int> Delete(
        this ContactsDbContext db,
        Guid[] contactIds,
        Stamp stamp,
        CancellationToken ct
    )
    {
        var gone = await db.Read<Gone>(
            """
            with gone as (
              update contacts.contacts set deleted_at = @now, version = version + 1
              where workspace_id = @ws and id = any(@ids) and deleted_at is null returning id),
            points as (
              update contacts.contact_points set active = false
              where workspace_id = @ws and contact_id in (select id from gone))
            update contacts.contact_rhythms r set sequence = sequence + 1
            from gone where r.workspace_id = @ws and r.contact_id = gone.id
            returning r.contact_id, r.sequence
            """,
            ct,
            ("ids", contactIds),
            ("now", stamp.Now)
        );
        db.RaiseMany(
            gone.Select(row => new DeletedContact(row.ContactId, row.Sequence)),
            told => new ContactsDeleted(db.User.WorkspaceId, Guid.CreateVersion7(stamp.Now), stamp.Now, stamp.By, told)
        );
        return gone.Count;
    }
}
