using System.Collections.Concurrent;
using Flowstate.Shared.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging;

namespace Flowstate.Shared.Realtime;

/// <summary>Something a screen may show has changed: <c>changed { module, what, id, data }</c>.</summary>
public sealed record LiveChange(string Module, string What, Guid? Id, object? Data);

/// <summary>
/// Tells a workspace's open browsers to look again. Bursts are drawn together: per workspace, module and kind at most
/// one message in 100 ms, the last one winning, so that an import does not flood anybody.
/// </summary>
public sealed class LiveUpdates(IHubContext<LiveHub> hub, ILogger<LiveUpdates> log)
{
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(100);
    private readonly ConcurrentDictionary<(Guid Workspace, string Module, string What), LiveChange> _waiting = new();

    public void Changed(Guid workspaceId, string module, string what, Guid? id = null, object? data = null)
    {
        var key = (workspaceId, module, what);
        var change = new LiveChange(module, what, id, data);
        while (!_waiting.TryAdd(key, change))
        {
            // Two ids in one window: name none, so that the browser refreshes them all. Lost to the sending of the
            // window, it is not put back, since nobody would send it: it opens the next one.
            if (
                _waiting.TryGetValue(key, out var old)
                && _waiting.TryUpdate(key, change with { Id = old.Id == id ? id : null }, old)
            )
            {
                return;
            }
        }

        _ = SendSoon(key);
    }

    private async Task SendSoon((Guid Workspace, string Module, string What) key)
    {
        await Task.Delay(Window);
        if (!_waiting.TryRemove(key, out var change))
        {
            return;
        }

        try
        {
            await hub.Clients.Group(LiveHub.GroupOf(key.Workspace)).SendAsync("changed", change);
            // Who sees only their own learns that something changed, not whose it was.
            var veiled = change with
            {
                Id = null,
                Data = null,
            };
            await hub.Clients.Group(LiveHub.OthersOf(key.Workspace)).SendAsync("changed", veiled);
        }
        catch (Exception exception)
        {
            // Browsers also refetch on focus: a lost push costs freshness, not truth.
            log.LogDebug(exception, "A live update was not sent");
        }
    }
}

/// <summary>
/// One hub at <c>/hubs/live</c>; a connection hears its own workspace only, and ids only where it may see everything there.
/// </summary>
[Authorize]
public sealed class LiveHub : Hub
{
    public const string Path = "/hubs/live";

    /// <summary>Those who see the whole workspace.</summary>
    public static string GroupOf(Guid workspaceId) => $"workspace:{workspaceId:N}";

    /// <summary>Its other members.</summary>
    public static string OthersOf(Guid workspaceId) => $"workspace:{workspaceId:N}:others";

    public override async Task OnConnectedAsync()
    {
        CurrentUser user = new();
        user.Enter(Context.User!);
        if (user.HasWorkspace)
        {
            var group = user.SeesWholeWorkspace ? GroupOf(user.WorkspaceId) : OthersOf(user.WorkspaceId);
            await Groups.AddToGroupAsync(Context.ConnectionId, group, Context.ConnectionAborted);
        }

        await base.OnConnectedAsync();
    }
}
