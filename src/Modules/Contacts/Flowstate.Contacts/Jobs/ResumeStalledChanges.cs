using Flowstate.Contacts.Bulk;
using Flowstate.Shared.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Contacts.Jobs;

/// <summary>
/// Picks up a change in bulk, or its undo, whose host died before the queue knew of it, or whose retries ran out while the
/// database was away. Changes that nobody can undo any more are forgotten.
/// </summary>
internal sealed class ResumeStalledChanges(IServiceScopeFactory scopes, JobQueue jobs, TimeProvider clock)
    : IRecurringJob
{
    private static readonly TimeSpan Stalled = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(31);

    public string Id => "contacts.resume-stalled-changes";

    public string Cron => "*/5 * * * *";

    public Task Run(CancellationToken ct) =>
        scopes.InEveryWorkspace(
            async (db, _) =>
            {
                var (workspace, now) = (db.User.WorkspaceId, clock.GetUtcNow());
                var (stalled, old) = (now - Stalled, now - Kept);
                var waiting = await db.Set<BulkChange>()
                    .Where(change => change.MovedAt < stalled)
                    .Where(change =>
                        change.State == BulkState.Queued
                        || change.State == BulkState.Running
                        || change.State == BulkState.Undoing
                    )
                    .Select(change => change.Id)
                    .ToListAsync(ct);
                foreach (var id in waiting)
                {
                    jobs.Enqueue<ChangeInBulk>(job => job.Run(workspace, id, CancellationToken.None));
                }

                await db.Set<BulkChange>()
                    .Where(change => change.FinishedAt < old && change.State != BulkState.Undoing)
                    .ExecuteDeleteAsync(ct);
            },
            ct
        );
}
