using System.Collections.Concurrent;
using System.Threading.Channels;
using Flowstate.Identity.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Flowstate.Identity.Security;

/// <summary>Writes down when a key was last used: once a minute for each, behind the request's back.</summary>
internal sealed class ApiKeyUses(IServiceScopeFactory scopes, ILogger<ApiKeyUses> log) : BackgroundService
{
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(1);

    // As many as there are keys in use: only one that was found comes here.
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _noted = [];

    // Full when the database is away: a use that is not written down is no loss.
    private readonly Channel<(Guid Workspace, Guid Key, DateTimeOffset At)> _waiting = Channel.CreateBounded<(
        Guid,
        Guid,
        DateTimeOffset
    )>(new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Note(Guid workspace, Guid key, DateTimeOffset now)
    {
        var isNew = _noted.TryAdd(key, now);
        if (isNew || (_noted.TryGetValue(key, out var last) && now - last >= Apart && _noted.TryUpdate(key, now, last)))
        {
            _waiting.Writer.TryWrite((workspace, key, now));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (workspace, key, at) in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await Write(workspace, key, at, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                log.LogWarning(exception, "When the API key {Key} was last used could not be written down", key);
            }
        }
    }

    // Another host may have written it in the same minute.
    private async Task Write(Guid workspace, Guid key, DateTimeOffset at, CancellationToken ct)
    {
        await using var there = new WorkspaceScope(scopes, workspace);
        var before = at - Apart;
        await there
            .Db.ApiKeys.Where(row => row.Id == key && (row.LastUsedAt == null || row.LastUsedAt <= before))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastUsedAt, (DateTimeOffset?)at), ct);
    }
}
