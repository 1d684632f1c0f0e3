using Flowstate.Shared.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Identity.Persistence;

/// <summary>
/// One workspace's rows, for whoever is in none or in another: the context of a scope of its own that entered that workspace
/// and no other.
/// </summary>
internal sealed class WorkspaceScope : IAsyncDisposable
{
    private readonly AsyncServiceScope _scope;

    public WorkspaceScope(IServiceScopeFactory scopes, Guid workspaceId)
    {
        _scope = scopes.CreateAsyncScope();
        _scope.ServiceProvider.GetRequiredService<CurrentUser>().Enter(workspaceId);
        Db = _scope.ServiceProvider.GetRequiredService<IdentityDbContext>();
    }

    public IdentityDbContext Db { get; }

    public ValueTask DisposeAsync() => _scope.DisposeAsync();
}
