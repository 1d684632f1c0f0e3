using Flowstate.Contacts.Events;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Intelligence.Persistence;

/// <summary>
/// Writes the copy of contacts, one statement per concern. Each writes only over an older version of its own concern,
/// and each locks the contact's row, so that two reactions to one contact wait for each other.
/// </summary>
internal static class SubjectCopy
{
    /// <summary>Who they are and where they stand, for any number of contacts.</summary>
    public static async Task CopyProfiles(
        this IntelligenceDbContext db,
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
        var workspace = db.User.WorkspaceId;
        var ids = Array.ConvertAll(rows, contact => contact.ContactId);
        var versions = Array.ConvertAll(rows, contact => contact.Version);
        var owners = Array.ConvertAll(rows, contact => contact.OwnerId);
        var names = Array.ConvertAll(rows, contact => contact.Name);
        var warmths = Array.ConvertAll(rows, contact => contact.Warmth);
        var created = Array.ConvertAll(rows, contact => contact.CreatedAt.ToUniversalTime());
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into intelligence.subjects
              (workspace_id, contact_id, profile_version, owner_id, name, warmth, created_at)
            select {workspace}, r.* from unnest({ids}, {versions}, {owners}, {names}, {warmths}, {created}) as r
            on conflict (workspace_id, contact_id) do update set
              profile_version = excluded.profile_version, deleted = false, owner_id = excluded.owner_id,
              name = excluded.name, warmth = excluded.warmth, created_at = excluded.created_at
            where excluded.profile_version > subjects.profile_version
            """,
            ct
        );
        var stages = Array.ConvertAll(rows, contact => contact.Stage);
        var entered = Array.ConvertAll(rows, contact => contact.StageEnteredAt.ToUniversalTime());
        await db.Database.ExecuteSqlAsync(
            $"""
            update intelligence.subjects s
            set stage_version = r.version, stage = r.stage, stage_entered_at = r.entered_at
            from unnest({ids}, {versions}, {stages}, {entered}) as r(contact_id, version, stage, entered_at)
            where s.workspace_id = {workspace} and s.contact_id = r.contact_id and r.version > s.stage_version
            """,
            ct
        );
    }

    public static Task CopyDeletions(
        this IntelligenceDbContext db,
        IEnumerable<DeletedContact> contacts,
        CancellationToken ct
    )
    {
        var rows = contacts.OrderBy(contact => contact.ContactId).ToArray();
        var ids = Array.ConvertAll(rows, contact => contact.ContactId);
        var versions = Array.ConvertAll(rows, contact => contact.Version);
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into intelligence.subjects (workspace_id, contact_id, profile_version, deleted)
            select {db.User.WorkspaceId}, r.id, r.version, true from unnest({ids}, {versions}) as r(id, version)
            on conflict (workspace_id, contact_id) do update set
              profile_version = excluded.profile_version, deleted = true, name = ''
            where excluded.profile_version > subjects.profile_version
            """,
            ct
        );
    }

    /// <summary>What is left is that there was somebody, deleted, and above which version nothing is told of them.</summary>
    public static Task ForgetSubjects(this IntelligenceDbContext db, Guid[] contactIds, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
            update intelligence.subjects
            set owner_id = null, warmth = 0, created_at = 'epoch', stage = 'lead', stage_entered_at = 'epoch',
              stage_version = profile_version, last_touch_at = null, resting = false, touch_version = profile_version,
              qualification_score = 0, qualification_version = profile_version,
              facts = array[]::text[], last_fact = null, last_fact_at = null, fact_version = profile_version
            where workspace_id = {db.User.WorkspaceId} and contact_id = any({contactIds}) and deleted
            """,
            ct
        );

    public static Task CopyStages(
        this IntelligenceDbContext db,
        IEnumerable<MovedContact> contacts,
        CancellationToken ct
    )
    {
        var rows = contacts.OrderBy(contact => contact.ContactId).ToArray();
        var ids = Array.ConvertAll(rows, contact => contact.ContactId);
        var versions = Array.ConvertAll(rows, contact => contact.Version);
        var stages = Array.ConvertAll(rows, contact => contact.To);
        var entered = Array.ConvertAll(rows, contact => contact.EnteredAt.ToUniversalTime());
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into intelligence.subjects (workspace_id, contact_id, stage_version, stage, stage_entered_at)
            select {db.User.WorkspaceId}, r.* from unnest({ids}, {versions}, {stages}, {entered}) as r
            on conflict (workspace_id, contact_id) do update set
              stage_version = excluded.stage_version, stage = excluded.stage, stage_entered_at = excluded.stage_entered_at
            where excluded.stage_version > subjects.stage_version
            """,
            ct
        );
    }

    /// <summary>The last touch as the event knows it: a note, or a touch logged late, leaves it where it was.</summary>
    public static Task CopyTouch(
        this IntelligenceDbContext db,
        Guid contactId,
        long version,
        DateTimeOffset? lastTouchAt,
        bool resting,
        CancellationToken ct
    ) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into intelligence.subjects (workspace_id, contact_id, touch_version, last_touch_at, resting)
            values ({db.User.WorkspaceId}, {contactId}, {version}, {lastTouchAt}, {resting})
            on conflict (workspace_id, contact_id) do update set
              touch_version = excluded.touch_version, last_touch_at = excluded.last_touch_at,
              resting = excluded.resting
            where excluded.touch_version > subjects.touch_version
            """,
            ct
        );

    public static Task CopyQualification(
        this IntelligenceDbContext db,
        Guid contactId,
        long version,
        int score,
        CancellationToken ct
    ) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into intelligence.subjects (workspace_id, contact_id, qualification_version, qualification_score)
            values ({db.User.WorkspaceId}, {contactId}, {version}, {score})
            on conflict (workspace_id, contact_id) do update set
              qualification_version = excluded.qualification_version, qualification_score = excluded.qualification_score
            where excluded.qualification_version > subjects.qualification_version
            """,
            ct
        );

    /// <summary>Facts only ever come; which was last is what the newest version says.</summary>
    public static Task CopyFacts(
        this IntelligenceDbContext db,
        Guid contactId,
        long version,
        string[] facts,
        string? last,
        DateTimeOffset? lastAt,
        CancellationToken ct
    ) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into intelligence.subjects (workspace_id, contact_id, fact_version, facts, last_fact, last_fact_at)
            values ({db.User.WorkspaceId}, {contactId}, {version}, {facts}, {last}, {lastAt})
            on conflict (workspace_id, contact_id) do update set
              facts = array(select distinct unnest(subjects.facts || excluded.facts)),
              fact_version = greatest(subjects.fact_version, excluded.fact_version),
              last_fact = case when excluded.fact_version > subjects.fact_version
                then coalesce(excluded.last_fact, subjects.last_fact) else subjects.last_fact end,
              last_fact_at = case when excluded.fact_version > subjects.fact_version
                then coalesce(excluded.last_fact_at, subjects.last_fact_at) else subjects.last_fact_at end
            """,
            ct
        );
}
