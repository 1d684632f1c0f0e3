using Flowstate.Intelligence.Domain;
using Flowstate.Shared.Realtime;
using Flowstate.Shared.Slices;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Intelligence.Persistence;

/// <summary>
/// Works out the next action of contacts from the copy and stores it: for one contact or a batch, four reads, one
/// upsert, one delete. To be called in the transaction that changed the copy.
/// </summary>
internal sealed class PlanNextActions(IntelligenceDbContext db, LiveUpdates live)
{
    public async Task For(Guid[] contactIds, CancellationToken ct)
    {
        await db.Lock(contactIds, ct);
        var subjects = await db
            .Subjects.AsNoTracking()
            .Where(row => contactIds.Contains(row.ContactId) && row.ProfileVersion > 0 && !row.Deleted)
            .ToListAsync(ct);
        var followUps = (
            await db
                .FollowUps.AsNoTracking()
                .Where(row => contactIds.Contains(row.ContactId) && row.Open)
                .OrderBy(row => row.DueAt)
                .ThenBy(row => row.FollowUpId)
                .ToListAsync(ct)
        ).ToLookup(row => row.ContactId);
        var snoozes = await db
            .Snoozes.AsNoTracking()
            .Where(row => contactIds.Contains(row.ContactId))
            .ToDictionaryAsync(row => row.ContactId, row => new Snooze(row.At, row.Until, row.FollowUpId), ct);
        var cadence = await db.Cadences.AsNoTracking().SingleOrDefaultAsync(ct);
        await Store(
            contactIds,
            [
                .. subjects
                    .OrderBy(subject => subject.ContactId)
                    .Select(subject =>
                        (
                            Subject: subject,
                            Next: NextStep.For(
                                subject.Situation(
                                    cadence,
                                    followUps[subject.ContactId].FirstOrDefault(),
                                    snoozes.GetValueOrDefault(subject.ContactId)
                                )
                            )
                        )
                    )
                    .Where(plan => plan.Next is not null),
            ],
            ct
        );
        live.Changed(db.User.WorkspaceId, db.Schema, "next-actions", contactIds.Length == 1 ? contactIds[0] : null);
    }

    private async Task Store(Guid[] contactIds, (Subject Subject, NextStep? Next)[] plans, CancellationToken ct)
    {
        var workspace = db.User.WorkspaceId;
        var ids = Array.ConvertAll(plans, plan => plan.Subject.ContactId);
        var owners = Array.ConvertAll(plans, plan => plan.Subject.OwnerId!.Value);
        var rules = Array.ConvertAll(plans, plan => plan.Next!.Rule.Code);
        var bases = Array.ConvertAll(plans, plan => plan.Next!.Base);
        var due = Array.ConvertAll(plans, plan => plan.Next!.DueAt);
        var minutes = Array.ConvertAll(plans, plan => plan.Next!.Minutes);
        var followUps = Array.ConvertAll(plans, plan => plan.Next!.FollowUpId);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into intelligence.next_actions
              (workspace_id, contact_id, owner_id, rule, base, due_at, minutes, follow_up_id)
            select {workspace}, r.* from unnest({ids}, {owners}, {rules}, {bases}, {due}, {minutes}, {followUps}) as r
            on conflict (workspace_id, contact_id) do update set
              owner_id = excluded.owner_id, rule = excluded.rule, base = excluded.base, due_at = excluded.due_at,
              minutes = excluded.minutes, follow_up_id = excluded.follow_up_id
            """,
            ct
        );
        Guid[] without = [.. contactIds.Except(ids)];
        if (without.Length > 0)
        {
            await db.NextActions.Where(row => without.Contains(row.ContactId)).ExecuteDeleteAsync(ct);
        }
    }
}

internal static class Situations
{
    /// <summary>Makes sure each contact has a row, and locks it until the end of the transaction.</summary>
    public static Task Lock(this IntelligenceDbContext db, Guid[] contactIds, CancellationToken ct)
    {
        var ordered = contactIds.Order().ToArray();
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into intelligence.subjects (workspace_id, contact_id)
            select {db.User.WorkspaceId}, id from unnest({ordered}) as id
            on conflict (workspace_id, contact_id) do update set contact_id = excluded.contact_id where false
            """,
            ct
        );
    }

    public static Situation Situation(
        this Subject subject,
        CadenceCopy? cadence,
        FollowUpCopy? followUp,
        Snooze? snooze
    ) =>
        new()
        {
            Stage = Code.Read<Stage>(subject.Stage)!.Value,
            StageEnteredAt = subject.StageEnteredAt,
            CreatedAt = subject.CreatedAt,
            Warmth = subject.Warmth,
            LastTouchAt = subject.LastTouchAt,
            Resting = subject.Resting,
            QualificationScore = subject.QualificationScore,
            Facts = subject.Facts,
            LastFact = subject.LastFact,
            LastFactAt = subject.LastFactAt,
            Cadence = cadence?.Days ?? CadenceDays.Default,
            FollowUp = followUp is null
                ? null
                : new(
                    followUp.FollowUpId,
                    Code.Read<FollowUpKind>(followUp.Kind)!.Value,
                    followUp.Title,
                    followUp.DueAt
                ),
            Snooze = snooze,
        };
}
