using Flowstate.Abstractions;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Modules;
using Flowstate.Shared.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Ledger;

/// <summary>A module that listens: it writes every tick down, so that duplicates, losses and disorder can be counted.</summary>
public sealed class LedgerModule : IModule
{
    public string Name => "ledger";

    public IReadOnlyList<Permission> Permissions => [];

    public void Add(ModuleBuilder module)
    {
        module.Services.AddSingleton<Faults>();
        module.Database<LedgerDbContext>();
    }
}

public sealed class LedgerDbContext(DbContextOptions<LedgerDbContext> options) : ModuleDbContext(options)
{
    public override string Schema => "ledger";

    public DbSet<Entry> Entries => Set<Entry>();

    protected override void MapModule(ModelBuilder modelBuilder) =>
        modelBuilder.Entity<Entry>().ToTable("entries").HasKey(entry => entry.Id);
}

/// <summary>Nothing is unique here on purpose: what is handled twice is seen twice.</summary>
public sealed class Entry
{
    public long Id { get; private set; }
    public Guid Meter { get; init; }
    public long Number { get; init; }
    public string? TraceId { get; init; }
    public DateTimeOffset At { get; init; }
}

[EventName("ledger.entry-posted.v1")]
public sealed record EntryPosted(Guid WorkspaceId, Guid AggregateId, long Version, DateTimeOffset At)
    : IIntegrationEvent;

/// <summary>What goes wrong while a tick is handled. Called with the entry written but not committed.</summary>
public sealed class Faults
{
    public Func<TickHeard, Task> InHandler { get; set; } = _ => Task.CompletedTask;
}
