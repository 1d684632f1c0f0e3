using System.Collections.Concurrent;
using System.Data.Common;
using Flowstate.Shared.Persistence;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Flowstate.Shared.Messaging;

/// <summary>
/// Rings after a commit that wrote outbox rows: at once in this process, and at most every 20 ms over NOTIFY for
/// other hosts. NOTIFY goes over another connection, since inside the transaction it would serialise all commits.
/// </summary>
internal sealed class OutboxInterceptor(IEnumerable<ModuleDatabase> databases) : DbTransactionInterceptor
{
    private static readonly TimeSpan Debounce = TimeSpan.FromMilliseconds(20);
    private readonly Dictionary<string, ModuleDatabase> _databases = databases.ToDictionary(database =>
        database.Schema
    );
    private readonly ConcurrentDictionary<string, byte> _notifying = new();

    public override Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        if (eventData.Context is ModuleDbContext { HasUnsentEvents: true } context)
        {
            context.HasUnsentEvents = false;
            var database = _databases[context.Schema];
            database.OutboxBell.Ring();
            if (_notifying.TryAdd(context.Schema, 0))
            {
                _ = Notify(database);
            }
        }

        return Task.CompletedTask;
    }

    public override Task TransactionRolledBackAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        if (eventData.Context is ModuleDbContext context)
        {
            context.HasUnsentEvents = false;
        }

        return Task.CompletedTask;
    }

    private async Task Notify(ModuleDatabase database)
    {
        try
        {
            await Task.Delay(Debounce);
            _notifying.TryRemove(database.Schema, out _);
            await using var command = database.Source.CreateCommand("select pg_notify($1, '')");
            command.Parameters.Add(new() { Value = OutboxRelay.Channel(database.Schema) });
            await command.ExecuteNonQueryAsync();
        }
        catch (Exception exception) when (exception is DbException or ObjectDisposedException or TimeoutException)
        {
            // A lost wake-up costs one poll, never an event.
            _notifying.TryRemove(database.Schema, out _);
        }
    }
}
