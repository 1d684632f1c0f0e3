using Flowstate.Contacts.Imports;
using Flowstate.Shared.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Contacts.Jobs;

/// <summary>
/// Picks up what fell between two chairs: an import, or its undo, whose host died before the queue knew of it, or whose
/// retries ran out while the database was away. Uploads that nobody started within a week lose their file.
/// </summary>
internal sealed class ResumeStalledImports(IServiceScopeFactory scopes, JobQueue jobs, TimeProvider clock)
    : IRecurringJob
{
    private static readonly TimeSpan Stalled = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(7);

    public string Id => "contacts.resume-stalled-imports";

    public string Cron => "*/5 * * * *";

    public Task Run(CancellationToken ct) =>
        scopes.InEveryWorkspace(
            async (db, _) =>
            {
                var (workspace, now) = (db.User.WorkspaceId, clock.GetUtcNow());
                var (stalled, abandoned) = (now - Stalled, now - Abandoned);
                var waiting = await db.Set<Import>()
                    .Where(import => import.MovedAt < stalled)
                    .Where(import =>
                        import.State == ImportState.Queued
                        || import.State == ImportState.Running
                        || import.State == ImportState.Undoing
                        || import.State == ImportState.Checking
                    )
                    .Select(import => new
                    {
                        import.Id,
                        import.State,
                        import.CheckTaskId,
                    })
                    .ToListAsync(ct);
                foreach (var import in waiting)
                {
                    var id = import.Id;
                    if (import.State == ImportState.Undoing)
                    {
                        jobs.Enqueue<TakeBackImport>(job => job.Run(workspace, id, CancellationToken.None));
                    }
                    else if (import.State == ImportState.Checking)
                    {
                        var check = import.CheckTaskId!.Value;
                        jobs.Enqueue<ForeseeImport>(job => job.Run(workspace, id, check, CancellationToken.None));
                    }
                    else
                    {
                        jobs.Enqueue<ImportContacts>(job => job.Run(workspace, id, CancellationToken.None));
                    }
                }

                await db.Set<Import>()
                    .Where(import => import.State == ImportState.Mapping || import.State == ImportState.Checked)
                    .Where(import => import.MovedAt < abandoned)
                    .ExecuteDeleteAsync(ct);
            },
            ct
        );
}
