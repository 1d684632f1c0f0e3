using Flowstate.Contacts.Events;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Intelligence.Persistence;

/// <summary>
/// Writes the copy of follow-ups; only a newer version of a follow-up writes, a closed one stays closed, and says no more what
/// it was about.
/// </summary>
internal static class FollowUpCopies
{
    public static Task CopyFollowUps(
        this IntelligenceDbContext db,
        Guid contactId,
        long version,
        IReadOnlyList<FollowUpDetails> open,
        CancellationToken ct
    ) => db.Copy([contactId], [.. open.Select(each => new OpenFollowUp(contactId, version, each))], ct);

    /// <summary>The same for those of many contacts.</summary>
    public static Task CopyFollowUps(
        this IntelligenceDbContext db,
        IReadOnlyList<OpenFollowUp> open,
        CancellationToken ct
    ) => db.Copy([.. open.Select(each => each.ContactId).Distinct()], open, ct);

    private static async Task Copy(
        this IntelligenceDbContext db,
        Guid[] contactIds,
        IReadOnlyList<OpenFollowUp> open,
        CancellationToken ct
    )
    {
        // The contact's row is the lock: two events of one contact are worked out one after the other.
        await db.Lock(contactIds, ct);
        var rows = open.OrderBy(each => each.FollowUp.FollowUpId).ToArray();
        var contacts = Array.ConvertAll(rows, each => each.ContactId);
        var versions = Array.ConvertAll(rows, each => each.Version);
        var ids = Array.ConvertAll(rows, each => each.FollowUp.FollowUpId);
        var kinds = Array.ConvertAll(rows, each => each.FollowUp.Kind);
        var titles = Array.ConvertAll(rows, each => each.FollowUp.Title);
        var due = Array.ConvertAll(rows, each => each.FollowUp.DueAt.ToUniversalTime());
        // What waited while its contact was deleted comes with the contact if it is restored; of who is erased nothing may come.
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into intelligence.follow_ups
              (workspace_id, open, contact_id, version, follow_up_id, kind, title, due_at)
            select {db.User.WorkspaceId}, true, r.*
            from unnest({contacts}, {versions}, {ids}, {kinds}, {titles}, {due})
              as r(contact_id, version, follow_up_id, kind, title, due_at)
            where not exists (
              select from intelligence.subjects s where s.workspace_id = {db.User.WorkspaceId}
                and s.contact_id = r.contact_id and s.deleted and s.profile_version > r.version)
            on conflict (workspace_id, follow_up_id) do update set
              contact_id = excluded.contact_id, version = excluded.version, open = true, kind = excluded.kind, title = excluded.title, due_at = excluded.due_at
            where excluded.version > follow_ups.version
            """,
            ct
        );
    }

    public static async Task CloseFollowUps(
        this IntelligenceDbContext db,
        IReadOnlyList<ClosedFollowUp> closed,
        CancellationToken ct
    )
    {
        await db.Lock([.. closed.Select(each => each.ContactId).Distinct()], ct);
        var rows = closed.OrderBy(each => each.FollowUpId).ToArray();
        var contacts = Array.ConvertAll(rows, each => each.ContactId);
        var versions = Array.ConvertAll(rows, each => each.Version);
        var ids = Array.ConvertAll(rows, each => each.FollowUpId);
        var at = Array.ConvertAll(rows, each => each.At.ToUniversalTime());
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into intelligence.follow_ups
              (workspace_id, open, kind, title, contact_id, version, follow_up_id, due_at)
            select {db.User.WorkspaceId}, false, 'manual', '', r.* from unnest({contacts}, {versions}, {ids}, {at}) as r
            on conflict (workspace_id, follow_up_id) do update set version = excluded.version, open = false, title = ''
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
            update intelligence.follow_ups set open = false, title = '', version = {version}
            where workspace_id = {db.User.WorkspaceId} and contact_id = {contactId} and open
              and version < {version} and follow_up_id <> all({open})
            """,
            ct
        );
}

/// <summary>An open follow-up of a contact, as an event of this version knows it.</summary>
internal sealed record OpenFollowUp(Guid ContactId, long Version, FollowUpDetails FollowUp);

internal sealed record ClosedFollowUp(Guid ContactId, long Version, Guid FollowUpId, DateTimeOffset At);
