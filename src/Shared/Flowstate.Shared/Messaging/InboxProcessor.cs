using System.Diagnostics;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Persistence;
using Flowstate.Shared.Realtime;
using Flowstate.Shared.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Flowstate.Shared.Messaging;

/// <summary>
/// Runs a module's reactions. A row is claimed with its attempt counted before the reaction runs, so that one which
/// kills the process is poison too; it is marked done in the reaction's own transaction, behind a fence on that
/// attempt, so that a worker whose lease ran out cannot write. Rows of one handler and key go strictly in order.
/// </summary>
internal sealed class InboxProcessor(
    ModuleDatabase database,
    InboxClaims claims,
    EventCatalog catalog,
    Func<IServiceProvider, ModuleDbContext> context,
    IServiceScopeFactory scopes,
    LiveUpdates live,
    IOptions<MessagingOptions> options,
    ILogger<InboxProcessor> log
) : BackgroundService
{
    private readonly MessagingOptions _options = options.Value;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        catalog.Handlers.Length == 0
            ? Task.CompletedTask
            : Task.WhenAll(
                Enumerable.Range(0, _options.Workers).Select(_ => Work(stoppingToken)).Append(Sweep(stoppingToken))
            );

    private async Task Work(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                if (await claims.Claim(ct) is { Count: > 0 } rows)
                {
                    // Where several waited there may be more than one worker takes.
                    if (rows.Count > 1)
                    {
                        database.InboxBell.Ring();
                    }

                    await Run(rows);
                }
                else
                {
                    await database.InboxBell.Wait(await claims.NextDue(ct), ct);
                }
            }
            catch (Exception exception)
            {
                if (ct.IsCancellationRequested)
                {
                    return;
                }

                log.LogWarning(exception, "Inbox of {Module} could not be read", database.Schema);
                await Task.Delay(_options.Backoff, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    // Not cancelled by a shutdown: a claimed row is finished rather than left to the end of its lease.
    private async Task Run(IReadOnlyList<ClaimedRow> rows)
    {
        foreach (var row in rows.Count > 1 && await Together(rows) ? [] : rows)
        {
            await Alone(row);
        }
    }

    /// <returns>False where one of them spoils it: then each goes for itself, and says what is wrong with it.</returns>
    private async Task<bool> Together(IReadOnlyList<ClaimedRow> rows)
    {
        var causes = rows.Select(row =>
            ActivityContext.TryParse(row.TraceParent, null, out var cause) ? cause : default
        );
        using var activity = FlowstateTelemetry.Source.StartActivity(
            ActivityKind.Consumer,
            links: causes.Where(cause => cause != default).Select(cause => new ActivityLink(cause)),
            name: rows[0].Handler
        );
        try
        {
            return await React(rows, CancellationToken.None);
        }
        catch (Exception exception)
        {
            activity?.SetStatus(ActivityStatusCode.Error, exception.Message);
            return false;
        }
    }

    private async Task Alone(ClaimedRow row)
    {
        using var activity = FlowstateTelemetry.Source.StartActivity(
            row.Handler,
            ActivityKind.Consumer,
            row.TraceParent
        );
        try
        {
            await React([row], CancellationToken.None);
        }
        catch (Exception exception)
        {
            activity?.SetStatus(ActivityStatusCode.Error, exception.Message);
            log.LogWarning(
                exception,
                "{Handler} failed on {Event} {EventId}, attempt {Attempt}",
                row.Handler,
                row.Name,
                row.EventId,
                row.Attempts
            );
            await claims.Fail(row, exception, CancellationToken.None);
        }
    }

    private async Task<bool> React(IReadOnlyList<ClaimedRow> rows, CancellationToken ct)
    {
        var first = rows[0];
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Enter(first.WorkspaceId);
        var db = context(scope.ServiceProvider);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var (ids, attempts) = (rows.Select(row => row.EventId).ToArray(), rows.Select(row => row.Attempts).ToArray());
        if (await db.Database.ExecuteSqlRawAsync(claims.DoneSql, [ids, attempts, first.Handler], ct) < rows.Count)
        {
            return false;
        }

        var subscription = catalog.Handler(first.Handler);
        var reaction = scope.ServiceProvider.GetRequiredService(subscription.ReactionType);
        await subscription.Run(reaction, [.. rows.Select(row => row.Payload)], () => db.SaveChangesAsync(ct), ct);
        await transaction.CommitAsync(ct);
        foreach (var row in rows)
        {
            live.Changed(row.WorkspaceId, database.Schema, "reacted", row.Key);
        }

        return true;
    }

    // What killed a process is tried by one loop only, and what died beside it after a single attempt goes first: an
    // innocent row never runs together with the suspect again and keeps its attempts.
    private async Task Sweep(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await claims.BuryHopeless(ct);
                await claims.DropTombstones(ct);
                while (await claims.ClaimLost(ct) is [var lost])
                {
                    await Alone(lost);
                }
            }
            catch (Exception exception)
            {
                if (ct.IsCancellationRequested)
                {
                    return;
                }

                log.LogWarning(exception, "Inbox of {Module} could not be swept", database.Schema);
            }

            await Task.Delay(_options.Poll, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}

/// <summary>A row this worker may handle until its lease ends. <paramref name="Attempts"/> is its fence.</summary>
internal sealed record ClaimedRow(
    Guid EventId,
    string Handler,
    string Name,
    Guid Key,
    Guid WorkspaceId,
    string Payload,
    string? TraceParent,
    int Attempts
);
