using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Contacts.Jobs;

/// <summary>An overdue follow-up gets louder: gentle at once, firm after a day, loud after three.</summary>
internal sealed class EscalateOverdueFollowUps(IServiceScopeFactory scopes, TimeProvider clock) : IRecurringJob
{
    public string Id => "contacts.escalate-overdue-follow-ups";

    public string Cron => "*/10 * * * *";

    public Task Run(CancellationToken ct) =>
        scopes.InEveryWorkspace((db, _) => Escalate(db, clock.GetUtcNow(), ct), ct);

    private static Task<int> Escalate(ContactsDbContext db, DateTimeOffset now, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
            update contacts.follow_ups set escalation = due.level
            from (
              select id, case when due_at > {now.AddDays(-1)} then 1 when due_at > {now.AddDays(
                -3
            )} then 2 else 3 end as level
              from contacts.follow_ups
              where workspace_id = {db.User.WorkspaceId} and status = 'open' and due_at <= {now}
            ) due
            where workspace_id = {db.User.WorkspaceId} and follow_ups.id = due.id and status = 'open'
              and escalation < due.level
            """,
            ct
        );
}

internal static class WorkspaceLoop
{
    /// <summary>Runs work once per workspace, each in a scope that has entered it: no statement spans two of them.</summary>
    public static async Task InEveryWorkspace(
        this IServiceScopeFactory scopes,
        Func<ContactsDbContext, IServiceProvider, Task> work,
        CancellationToken ct
    )
    {
        await using var listing = scopes.CreateAsyncScope();
        listing.ServiceProvider.GetRequiredService<CurrentUser>().EnterEvery();
        var workspaces = await listing
            .ServiceProvider.GetRequiredService<ContactsDbContext>()
            .Workspaces.IgnoreQueryFilters()
            .AsNoTracking()
            .Select(workspace => workspace.WorkspaceId)
            .ToListAsync(ct);
        foreach (var workspace in workspaces)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentUser>().Enter(workspace);
            await work(scope.ServiceProvider.GetRequiredService<ContactsDbContext>(), scope.ServiceProvider);
        }
    }
}
