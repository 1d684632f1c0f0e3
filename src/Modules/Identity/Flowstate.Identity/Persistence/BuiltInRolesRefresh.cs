using Flowstate.Identity.Domain;
using Flowstate.Identity.Security;
using Flowstate.Shared.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Flowstate.Identity.Persistence;

/// <summary>A release may bring new permissions: at start every workspace's built-in roles get what they would get today.</summary>
internal sealed class BuiltInRolesRefresh(IServiceScopeFactory scopes, GrantablePermissions grantable) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
        foreach (var name in Role.BuiltInNames)
        {
            var granted = Role.GrantedTo(name, grantable.All);
            // All workspaces at once: what a built-in role grants is decided by the release, not by a workspace.
            await db
                .Roles.IgnoreQueryFilters([ModuleDbContext.WorkspaceFilter])
                .Where(role => role.BuiltIn && role.Name == name && role.Permissions != granted)
                .ExecuteUpdateAsync(set => set.SetProperty(role => role.Permissions, granted), cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
