using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Flowstate.Identity.Security;

/// <summary>
/// Asks about the bearers of open live connections as about those of requests, from the same cache. One whose session has
/// ended or whose role is another by now is closed; a browser that may hear still comes back with a fresh token.
/// </summary>
internal sealed class LiveStanding(SessionCheck check, TimeProvider clock, ILogger<LiveStanding> log)
    : BackgroundService,
        IHubFilter
{
    // Mostly a look into memory: what was forgotten there, also over the backplane, is read anew.
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(2);

    // A cold one asks the database, which is not this class's alone.
    private const int AtOnce = 4;

    private readonly ConcurrentDictionary<string, HubCallerContext> _open = new(StringComparer.Ordinal);

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<LiveStanding>();
        services.AddHostedService(provider => provider.GetRequiredService<LiveStanding>());
        services.Configure<HubOptions>(hubs => hubs.AddFilter<LiveStanding>());
    }

    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        await next(context);
        // A token of no sign-in is believed until it ends.
        if (context.Context.User?.HasClaim(claim => claim.Type == "sid") == true)
        {
            _open[context.Context.ConnectionId] = context.Context;
        }
    }

    public Task OnDisconnectedAsync(
        HubLifetimeContext context,
        Exception? exception,
        Func<HubLifetimeContext, Exception?, Task> next
    )
    {
        _open.TryRemove(context.Context.ConnectionId, out _);
        return next(context, exception);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Apart, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            Exception? lost = null;
            await Parallel.ForEachAsync(
                _open.Values,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stoppingToken },
                async (connection, ct) =>
                {
                    try
                    {
                        await CloseWhereOver(connection, ct);
                    }
                    // A driver's timeout may come as a cancellation too: it ends neither the round nor the rounds.
                    catch (Exception exception)
                        when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
                    {
                        lost = exception;
                    }
                }
            );
            if (lost is not null)
            {
                // With the database away nothing is told either.
                log.LogWarning(lost, "Whether open live connections may stay open could not be asked");
            }
        }
    }

    private async Task CloseWhereOver(HubCallerContext connection, CancellationToken ct)
    {
        var bearer = connection.User!;
        var standing = await check.Ask(bearer, ct);
        if (standing.Error is not null || !bearer.HasClaim("role", standing.Value.Role))
        {
            connection.Abort();
        }
    }
}
