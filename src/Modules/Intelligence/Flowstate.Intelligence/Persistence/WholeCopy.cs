using Flowstate.Contacts.Events;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Intelligence.Persistence;

/// <summary>Takes in a contact that is told whole, as merging does.</summary>
internal static class WholeCopy
{
    public static async Task CopyWhole(this IntelligenceDbContext db, ContactState state, CancellationToken ct)
    {
        var (id, version) = (state.Contact.ContactId, state.Contact.Version);
        await db.CopyProfiles([state.Contact], ct);
        await db.CopyTouch(id, version, state.LastTouchAt, state.Resting, ct);
        await db.CopyQualification(id, version, state.QualificationScore, ct);
        await db.ReplaceFacts(id, version, state, ct);
        await db.CopyFollowUps(id, version, state.FollowUps, ct);
        await db.CloseOthers(id, version, [.. state.FollowUps.Select(followUp => followUp.FollowUpId)], ct);
    }

    // Facts only ever come, but with a merge that is undone they go where they came from.
    private static Task<int> ReplaceFacts(
        this IntelligenceDbContext db,
        Guid contactId,
        long version,
        ContactState state,
        CancellationToken ct
    )
    {
        var (facts, lastAt) = (state.RecordedFacts.ToArray(), state.LastFactAt?.ToUniversalTime());
        return db.Database.ExecuteSqlAsync(
            $"""
            update intelligence.subjects
            set fact_version = {version}, facts = {facts}, last_fact = {state.LastFact}, last_fact_at = {lastAt}
            where workspace_id = {db.User.WorkspaceId} and contact_id = {contactId} and fact_version < {version}
            """,
            ct
        );
    }
}
