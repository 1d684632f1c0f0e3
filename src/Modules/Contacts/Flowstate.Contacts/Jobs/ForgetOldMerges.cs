using Flowstate.Contacts.Domain;
using Flowstate.Shared.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Contacts.Jobs;

/// <summary>What merges remember of people, once they cannot be undone. The way to the kept contact stays.</summary>
internal sealed class ForgetOldMerges(IServiceScopeFactory scopes, TimeProvider clock) : IRecurringJob
{
    public string Id => "contacts.forget-old-merges";

    public string Cron => "50 3 * * *";

    public Task Run(CancellationToken ct) =>
        scopes.InEveryWorkspace(
            (db, _) =>
                db.Database.ExecuteSqlAsync(
                    $"""
                    update contacts.merges set record = null, sealed_record = null
                    where workspace_id = {db.User.WorkspaceId} and at < {clock.GetUtcNow() - Merge.Undoable}
                      and record is not null
                    """,
                    ct
                ),
            ct
        );
}
