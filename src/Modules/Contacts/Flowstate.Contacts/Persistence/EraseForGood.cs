using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Flowstate.Contacts.Persistence;

/// <summary>
/// Takes contacts out of this module for good, in the open transaction, and tells the others. What hangs on a contact goes with
/// it by its foreign key; whom a merge made part of one goes too. The audit log keeps what was
/// done to them, when and by whom, and not who they were.
/// </summary>
internal static class EraseForGood
{
    private const string Lock = $"""
        with recursive {MergeReads.Whole}
        select r.contact_id, r.sequence + 1 as sequence from contacts.contact_rhythms r
        join whole on r.contact_id = whole.id where r.workspace_id = @ws order by r.contact_id for update of r
        """;

    // An import's report and a change in bulk keep their rows, without what these say of the person.
    private const string Forget = """
        delete from contacts.import_mended_rows m using contacts.import_rows r
        where r.workspace_id = @ws and r.contact_id = any(@ids)
          and m.workspace_id = @ws and m.import_id = r.import_id and m.row = r.row;
        update contacts.import_rows set name = null, overwritten = null, cells = null
        where workspace_id = @ws and contact_id = any(@ids);
        update contacts.bulk_rows set before = null where workspace_id = @ws and contact_id = any(@ids)
          and before is not null;
        delete from contacts.contacts where workspace_id = @ws and id = any(@ids);
        insert into contacts.erased_contacts (workspace_id, contact_id, erased_at, by_member_id)
        select @ws, id, @now, nullif(@by, '00000000-0000-0000-0000-000000000000'::uuid) from unnest(@ids) id;
        select contacts.empty_audit(@ids);
        """;

    private sealed class Going
    {
        public Guid ContactId { get; set; }
        public long Sequence { get; set; }
    }

    /// <returns>How many were there.</returns>
    public static async Task<int> Erase(this ContactsDbContext db, Guid[] contactIds, Stamp stamp, CancellationToken ct)
    {
        List<Going> going = [];
        int before;
        // A merge, or its undo, that ended while this waited has changed who they are.
        do
        {
            before = going.Count;
            going = await db.Read<Going>(Lock, ct, ("ids", contactIds));
        } while (going.Count != before);

        Guid[] ids = [.. going.Select(row => row.ContactId)];
        await db.Database.ExecuteSqlRawAsync(
            Forget,
            db.Parameters(("ids", ids), ("now", stamp.Now), ("by", stamp.By ?? Guid.Empty)),
            ct
        );
        db.RaiseMany(
            going.Select(row => new DeletedContact(row.ContactId, row.Sequence)),
            told => new ContactsErased(db.User.WorkspaceId, Guid.CreateVersion7(stamp.Now), stamp.Now, stamp.By, told)
        );
        return going.Count;
    }
}

internal sealed class ErasedContactMapping : IEntityTypeConfiguration<ErasedContact>
{
    public void Configure(EntityTypeBuilder<ErasedContact> erased)
    {
        erased.ToTable("erased_contacts");
        erased.HasKey(row => new { row.WorkspaceId, row.ContactId });
    }
}
