using System.Diagnostics;
using Flowstate.Abstractions;
using Flowstate.Shared.Messaging;

namespace Flowstate.Ledger;

/// <summary>The producer calls its type MeterTicked: only the name on the wire is shared.</summary>
[EventName("meters.ticked.v1")]
public sealed record TickHeard(Guid WorkspaceId, Guid AggregateId, long Version, DateTimeOffset At, long Number)
    : IIntegrationEvent;

[EventName("meters.counted.v1")]
public sealed record CountHeard(
    Guid WorkspaceId,
    Guid AggregateId,
    long Version,
    DateTimeOffset At,
    IReadOnlyList<Guid> Meters
) : IIntegrationEvent;

public sealed class WhenTicked(LedgerDbContext db, Faults faults, TimeProvider clock) : IReaction<TickHeard>
{
    public async Task Handle(TickHeard heard, CancellationToken ct)
    {
        db.Entries.Add(
            new Entry
            {
                Meter = heard.AggregateId,
                Number = heard.Number,
                TraceId = Activity.Current?.TraceId.ToString(),
                At = clock.GetUtcNow(),
            }
        );
        db.Raise(new EntryPosted(heard.WorkspaceId, heard.AggregateId, heard.Number, heard.At));
        await db.SaveChangesAsync(ct);
        await faults.InHandler(heard);
    }
}

public sealed class WhenCounted(LedgerDbContext db, Faults faults, TimeProvider clock) : IReaction<CountHeard>
{
    public async Task Handle(CountHeard heard, CancellationToken ct)
    {
        foreach (var meter in heard.Meters)
        {
            db.Entries.Add(
                new Entry
                {
                    Meter = meter,
                    Number = heard.Version,
                    At = clock.GetUtcNow(),
                }
            );
        }

        await db.SaveChangesAsync(ct);
        await faults.InHandler(new TickHeard(heard.WorkspaceId, heard.AggregateId, heard.Version, heard.At, 0));
    }
}
