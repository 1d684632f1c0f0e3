using Flowstate.Identity.Domain;
using Flowstate.Identity.Security;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Flowstate.Identity.Persistence;

/// <summary>A release may bring new permissions: at start every workspace's built-in roles get what they would get today.</summary>
internal sealed class BuiltInRolesRefresh(
    IServiceScopeFactory scopes,
    GrantablePermissions grantable,
    SessionCheck check
) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var (workspace, isOperator) in await Workspaces(cancellationToken))
        {
            await using var there = new WorkspaceScope(scopes, workspace);
            foreach (var name in Role.BuiltInNames)
            {
                var granted = Role.GrantedTo(name, grantable.All, isOperator);
                var changed = await there
                    .Db.Roles.Where(role => role.BuiltIn && role.Name == name && role.Permissions != granted)
                    .ExecuteUpdateAsync(set => set.SetProperty(role => role.Permissions, granted), cancellationToken);
                if (changed > 0)
                {
                    await check.ForgetRole(workspace, name);
                }
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // The list of workspaces is the one thing that can be read from outside of them.
    private async Task<IEnumerable<(Guid Id, bool IsOperator)>> Workspaces(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().EnterEvery();
        var all = await scope
            .ServiceProvider.GetRequiredService<IdentityDbContext>()
            .Workspaces.IgnoreQueryFilters([ModuleDbContext.WorkspaceFilter])
            .Select(workspace => new { workspace.WorkspaceId, workspace.IsOperator })
            .ToListAsync(ct);
        return all.Select(workspace => (workspace.WorkspaceId, workspace.IsOperator));
    }
}
