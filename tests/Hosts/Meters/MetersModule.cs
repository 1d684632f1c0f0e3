using Flowstate.Abstractions;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Messaging;
using Flowstate.Shared.Modules;
using Flowstate.Shared.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Meters;

/// <summary>A module that only produces: meters that tick, numbered without gaps, so that a listener can count.</summary>
public sealed class MetersModule : IModule
{
    public string Name => "meters";

    public IReadOnlyList<Permission> Permissions => [];

    public void Add(ModuleBuilder module) => module.Database<MetersDbContext>();
}

public sealed class MetersDbContext(DbContextOptions<MetersDbContext> options) : ModuleDbContext(options)
{
    public override string Schema => "meters";

    public DbSet<Meter> Meters => Set<Meter>();

    public DbSet<Confirmation> Confirmations => Set<Confirmation>();

    protected override void MapModule(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Meter>().ToTable("meters");
        modelBuilder.Entity<Confirmation>().ToTable("confirmations").HasKey(confirmation => confirmation.Id);
    }
}

public sealed class Meter : Entity
{
    public Meter() => Id = Guid.CreateVersion7();

    public long Ticks { get; private set; }

    public void Tick(DateTimeOffset at)
    {
        Touch();
        Raise(new MeterTicked(WorkspaceId, Id, Version, at, ++Ticks));
    }
}

[EventName("meters.ticked.v1")]
public sealed record MeterTicked(Guid WorkspaceId, Guid AggregateId, long Version, DateTimeOffset At, long Number)
    : IIntegrationEvent;

/// <summary>Many facts in one event.</summary>
[EventName("meters.counted.v1")]
public sealed record MetersCounted(
    Guid WorkspaceId,
    Guid AggregateId,
    long Version,
    DateTimeOffset At,
    IReadOnlyList<Guid> Meters
) : IIntegrationEvent;

/// <summary>What the ledger tells, as this module reads it.</summary>
[EventName("ledger.entry-posted.v1")]
public sealed record EntryPosted(Guid WorkspaceId, Guid AggregateId, long Version, DateTimeOffset At)
    : IIntegrationEvent;

/// <summary>Nothing is unique here on purpose: what is handled twice is seen twice.</summary>
public sealed class Confirmation
{
    public long Id { get; private set; }
    public Guid Meter { get; init; }
    public long Number { get; init; }
}

public sealed class WhenEntryPosted(MetersDbContext db) : IReaction<EntryPosted>
{
    public Task Handle(EntryPosted heard, CancellationToken ct)
    {
        db.Confirmations.Add(new Confirmation { Meter = heard.AggregateId, Number = heard.Version });
        return Task.CompletedTask;
    }
}
