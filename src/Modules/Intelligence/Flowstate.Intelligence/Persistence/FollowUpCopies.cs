using Flowstate.Contacts.Events;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Intelligence.Persistence;

/// <summary>Writes the copy of follow-ups; only a newer version of a follow-up writes, a closed one stays closed.</summary>
internal static class FollowUpCopies
{
    public static async Task CopyFollowUps(
        this IntelligenceDbContext db,
        Guid contactId,
        long version,
        IReadOnlyList<FollowUpDetails> open,
        CancellationToken ct
    )
    {
        // The contact's row is the lock: two events of one contact are worked out one after the other.
        await db.Lock([contactId], ct);
        var rows = open.OrderBy(followUp => followUp.FollowUpId).ToArray();
        var ids = Array.ConvertAll(rows, followUp => followUp.FollowUpId);
        var kinds = Array.ConvertAll(rows, followUp => followUp.Kind);
        var titles = Array.ConvertAll(rows, followUp => followUp.Title);
        var due = Array.ConvertAll(rows, followUp => followUp.DueAt.ToUniversalTime());
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into intelligence.follow_ups
              (workspace_id, contact_id, version, open, follow_up_id, kind, title, due_at)
            select {db.User.WorkspaceId}, {contactId}, {version}, true, r.* from unnest({ids}, {kinds}, {titles}, {due}) as r
            on conflict (workspace_id, follow_up_id) do update set
              contact_id = excluded.contact_id, version = excluded.version, open = true, kind = excluded.kind, title = excluded.title, due_at = excluded.due_at
            where excluded.version > follow_ups.version
            """,
            ct
        );
    }

    public static async Task CloseFollowUp(this IntelligenceDbContext db, FollowUpClosed heard, CancellationToken ct)
    {
        await db.Lock([heard.ContactId], ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into intelligence.follow_ups
              (workspace_id, contact_id, follow_up_id, version, open, kind, title, due_at)
            values ({db.User.WorkspaceId}, {heard.ContactId}, {heard.FollowUpId}, {heard.Version}, false, 'manual', '',
              {heard.At.ToUniversalTime()})
            on conflict (workspace_id, follow_up_id) do update set version = excluded.version, open = false
            where excluded.version > follow_ups.version
            """,
            ct
        );
    }

    /// <summary>A snapshot names all open follow-ups: what it does not name, and is older, was closed unheard.</summary>
    public static Task CloseOthers(
        this IntelligenceDbContext db,
        Guid contactId,
        long version,
        Guid[] open,
        CancellationToken ct
    ) =>
        db.Database.ExecuteSqlAsync(
            $"""
            update intelligence.follow_ups set open = false, version = {version}
            where workspace_id = {db.User.WorkspaceId} and contact_id = {contactId} and open
              and version < {version} and follow_up_id <> all({open})
            """,
            ct
        );
}
