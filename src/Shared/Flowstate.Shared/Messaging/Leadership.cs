using Microsoft.Extensions.Logging;
using Npgsql;

namespace Flowstate.Shared.Messaging;

/// <summary>
/// Runs a loop on one host at a time: whoever holds the session's advisory lock leads until that session ends.
/// LISTEN needs a session connection too; PgBouncer in transaction mode would drop both.
/// </summary>
internal static class Leadership
{
    public static async Task Hold(
        ModuleDatabase database,
        string role,
        string channel,
        Func<CancellationToken, Task> lead,
        TimeSpan retry,
        ILogger log,
        CancellationToken ct
    )
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await using var session = await database.Source.OpenConnectionAsync(ct);
                if (await TryLock(session, $"flowstate.{database.Schema}.{role}", ct))
                {
                    await LeadWhile(session, channel, database.OutboxBell, lead, ct);
                }
            }
            catch (Exception exception)
            {
                if (ct.IsCancellationRequested)
                {
                    return;
                }

                log.LogWarning(exception, "Leadership of {Module} {Role} was lost", database.Schema, role);
            }

            await Task.Delay(retry, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task LeadWhile(
        NpgsqlConnection session,
        string channel,
        Bell bell,
        Func<CancellationToken, Task> lead,
        CancellationToken ct
    )
    {
        session.Notification += (_, _) => bell.Ring();
        await using (var listen = new NpgsqlCommand($"listen {channel}", session))
        {
            await listen.ExecuteNonQueryAsync(ct);
        }

        using var term = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var leading = lead(term.Token);
        try
        {
            // WaitAsync throws when the session dies; the lock is then another host's.
            while (!leading.IsCompleted)
            {
                using var wait = CancellationTokenSource.CreateLinkedTokenSource(term.Token);
                var waiting = session.WaitAsync(wait.Token);
                await Task.WhenAny(waiting, leading);
                await wait.CancelAsync();
                await waiting;
            }
        }
        finally
        {
            await term.CancelAsync();
            await leading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            // The lock and LISTEN belong to the session: do not hand it back to the pool.
            await using var end = new NpgsqlCommand("select pg_advisory_unlock_all(); unlisten *", session);
            if (session.FullState == System.Data.ConnectionState.Open)
            {
                await end.ExecuteNonQueryAsync(CancellationToken.None);
            }
        }
    }

    private static async Task<bool> TryLock(NpgsqlConnection session, string name, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select pg_try_advisory_lock(hashtextextended($1, 0))", session);
        command.Parameters.Add(new() { Value = name });
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }
}
