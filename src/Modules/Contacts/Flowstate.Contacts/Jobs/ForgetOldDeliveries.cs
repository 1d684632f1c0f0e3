using Flowstate.Contacts.Domain;
using Flowstate.Shared.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Contacts.Jobs;

/// <summary>Ids of webhooks that nobody repeats any more. Their facts stay, and with them the ids of their events.</summary>
internal sealed class ForgetOldDeliveries(IServiceScopeFactory scopes, TimeProvider clock) : IRecurringJob
{
    public string Id => "contacts.forget-old-deliveries";

    public string Cron => "40 3 * * *";

    public Task Run(CancellationToken ct) =>
        scopes.InEveryWorkspace(
            (db, _) =>
                db.Database.ExecuteSqlAsync(
                    $"""
                    delete from contacts.hook_deliveries d using contacts.hook_sources s
                    where s.workspace_id = {db.User.WorkspaceId} and d.workspace_id = s.workspace_id and d.source_id = s.id
                      and d.received_at < {clock.GetUtcNow() - HookDelivery.KeptFor}
                    """,
                    ct
                ),
            ct
        );
}
