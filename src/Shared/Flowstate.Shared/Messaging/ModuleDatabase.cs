using System.Diagnostics;
using System.Threading.Channels;
using Flowstate.Shared.Identity;
using Npgsql;

namespace Flowstate.Shared.Messaging;

/// <summary>A module as messaging sees it: its schema, its role's connections and its two wake-up calls.</summary>
public sealed class ModuleDatabase(string schema, NpgsqlDataSource source) : IAsyncDisposable
{
    public string Schema { get; } = schema;

    public NpgsqlDataSource Source { get; } = source;

    /// <summary>Rung after a commit that wrote outbox rows.</summary>
    public Bell OutboxBell { get; } = new();

    /// <summary>Rung after the inbox took rows in.</summary>
    public Bell InboxBell { get; } = new();

    /// <summary>A statement over events of all workspaces, which row-level security lets the platform alone see.</summary>
    public NpgsqlBatch Everywhere(string sql, params ReadOnlySpan<NpgsqlParameter> parameters) =>
        Inside(CurrentUser.EveryWorkspace, sql, parameters);

    /// <summary>A statement inside one workspace, in one round trip.</summary>
    public NpgsqlBatch Inside(Guid workspaceId, string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var batch = Source.CreateBatch();
        var enter = new NpgsqlBatchCommand($"call {Schema}.enter($1)");
        enter.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = workspaceId });
        var statement = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters)
        {
            statement.Parameters.Add(parameter);
        }

        batch.BatchCommands.Add(enter);
        batch.BatchCommands.Add(statement);
        return batch;
    }

    public ValueTask DisposeAsync() => Source.DisposeAsync();
}

/// <summary>
/// Wakes one waiting loop; rings while it is busy are kept as one. A ring soon after another waits for those that follow it, so
/// that events which come close together are handled together. May be lost with the process.
/// </summary>
public sealed class Bell
{
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(10);
    private readonly Channel<byte> _rings = Channel.CreateBounded<byte>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private volatile bool _gathering;
    private long _answered;

    // Whoever gathers reads only afterwards, and needs no second call.
    public void Ring() => _ = _gathering || _rings.Writer.TryWrite(0);

    /// <summary>Returns at the next ring or after <paramref name="atMost"/>: the poll that is the truth.</summary>
    public async Task Wait(TimeSpan atMost, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(atMost);
        try
        {
            await _rings.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // Nobody rang: time to look anyway.
            return;
        }

        if (Gather - Stopwatch.GetElapsedTime(_answered) is { Ticks: > 0 } rest)
        {
            _gathering = true;
            await Task.Delay(rest, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _gathering = false;
        }

        _answered = Stopwatch.GetTimestamp();
    }
}
