using Flowstate.Campaigns.Domain;
using Flowstate.Contacts.Events;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Campaigns.Persistence;

/// <summary>Keeps the copy right whatever order events come in: one statement, and only a newer version writes.</summary>
internal static class RecipientCopy
{
    public static Task CopyRecipients(
        this CampaignsDbContext db,
        IEnumerable<ContactDetails> contacts,
        CancellationToken ct
    )
    {
        // One row per contact, or the upsert would meet itself; in key order, or two batches could lock each other.
        var rows = contacts
            .GroupBy(contact => contact.ContactId)
            .Select(same => same.MaxBy(contact => contact.Version)!)
            .OrderBy(contact => contact.ContactId)
            .ToArray();
        var reach = Array.ConvertAll(rows, PhoneReach.Of);
        var ids = Array.ConvertAll(rows, contact => contact.ContactId);
        var versions = Array.ConvertAll(rows, contact => contact.Version);
        var owners = Array.ConvertAll(rows, contact => contact.OwnerId);
        var firstNames = Array.ConvertAll(rows, contact => contact.FirstName);
        var names = Array.ConvertAll(rows, contact => contact.Name);
        var organisations = Array.ConvertAll(rows, contact => contact.Organisation);
        var emails = Array.ConvertAll(rows, contact => contact.Email);
        var phones = Array.ConvertAll(reach, numbers => numbers.Call);
        var mobiles = Array.ConvertAll(reach, numbers => numbers.Mobile);
        var whatsApps = Array.ConvertAll(reach, numbers => numbers.WhatsApp);
        var languages = Array.ConvertAll(rows, contact => contact.Language);
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into campaigns.recipients
              (workspace_id, deleted, contact_id, version, owner_id, first_name, name, organisation, email, phone, mobile,
               whatsapp, language)
            select {db.User.WorkspaceId}, false, r.* from unnest({ids}, {versions}, {owners}, {firstNames}, {names},
              {organisations}, {emails}, {phones}, {mobiles}, {whatsApps}, {languages}) as r
            on conflict (workspace_id, contact_id) do update set
              deleted = false, version = excluded.version, owner_id = excluded.owner_id, first_name = excluded.first_name,
              name = excluded.name, organisation = excluded.organisation, email = excluded.email, phone = excluded.phone,
              mobile = excluded.mobile, whatsapp = excluded.whatsapp, language = excluded.language
            where excluded.version > recipients.version
            """,
            ct
        );
    }

    public static Task DropRecipients(
        this CampaignsDbContext db,
        IEnumerable<DeletedContact> contacts,
        CancellationToken ct
    )
    {
        var rows = contacts.OrderBy(contact => contact.ContactId).ToArray();
        var ids = Array.ConvertAll(rows, contact => contact.ContactId);
        var versions = Array.ConvertAll(rows, contact => contact.Version);
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into campaigns.recipients (workspace_id, contact_id, version, deleted, first_name, name)
            select {db.User.WorkspaceId}, r.id, r.version, true, '', '' from unnest({ids}, {versions}) as r(id, version)
            on conflict (workspace_id, contact_id) do update set
              deleted = true, version = excluded.version, owner_id = null, first_name = '', name = '',
              organisation = null, email = null, phone = null, mobile = null, whatsapp = null, language = null
            where excluded.version > recipients.version
            """,
            ct
        );
    }
}
