using System.Linq.Expressions;
using System.Reflection;
using Flowstate.Abstractions;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Jobs;
using Flowstate.Shared.Messaging;
using Flowstate.Shared.Slices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Flowstate.Shared.Persistence;

/// <summary>
/// A module's database: one schema, the workspace filter and stamp in one place, an outbox and an inbox.
/// Contexts are pooled, so everything that belongs to a request is set on every lease, in <see cref="Lease"/>.
/// </summary>
public abstract class ModuleDbContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>The name of the query filter that keeps workspaces apart.</summary>
    public const string WorkspaceFilter = "workspace";

    private readonly List<IIntegrationEvent> _raised = [];
    private JoiningDatabase? _database;

    public abstract string Schema { get; }

    /// <summary>Who acts. Set on every lease.</summary>
    public CurrentUser User { get; private set; } = new();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<InboxMessage> Inbox => Set<InboxMessage>();

    public DbSet<BackgroundTask> Tasks => Set<BackgroundTask>();

    public override DatabaseFacade Database => _database ??= new JoiningDatabase(this);

    /// <summary>Which error a violated unique constraint means, by constraint name.</summary>
    protected virtual IReadOnlyDictionary<string, Error> Constraints => new Dictionary<string, Error>();

    /// <summary>True between the writing of outbox rows and the commit that makes them visible.</summary>
    internal bool HasUnsentEvents { get; set; }

    /// <summary>What the database was told when the transaction began.</summary>
    internal Guid? WorkspaceOfTransaction { get; set; }

    private Guid Workspace => User.WorkspaceId;

    /// <summary>Raises an event that belongs to no tracked aggregate (a batch); written by the next save.</summary>
    public void Raise(IIntegrationEvent integrationEvent) => _raised.Add(integrationEvent);

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Saving is asynchronous here: call SaveChangesAsync.");

    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        // Once: each look at the entries would compare every one of them anew.
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            Stamp();
            WriteOutbox();
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        catch (DbUpdateConcurrencyException lost)
        {
            throw new Refused(StaleVersion, lost);
        }
        catch (DbUpdateException failed)
            when (failed.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } violation
                && Constraints.TryGetValue(violation.ConstraintName ?? "", out var error)
            )
        {
            throw new Refused(error, failed);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    /// <summary>The answer to a lost update, whether found by If-Match or by the database.</summary>
    public Error StaleVersion =>
        new(ErrorKind.Stale, $"{Schema}.stale-version", "Somebody changed this in the meantime. Review both versions.");

    /// <summary>Begins a transaction that a handler's own will be part of.</summary>
    internal async Task<IDbContextTransaction> BeginAround(CancellationToken ct)
    {
        var around = await Database.BeginTransactionAsync(ct);
        _database!.Around = around;
        return around;
    }

    internal void Lease(CurrentUser user)
    {
        User = user;
        _raised.Clear();
        HasUnsentEvents = false;
        // A transaction around every save: the outbox row and its cause commit together, and the workspace of row-level
        // security is said once, at its start.
        Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;
    }

    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(Schema);
        MessagingMapping.Apply(modelBuilder);
        BackgroundTask.Map(modelBuilder);
        IdempotencyKey.Map(modelBuilder);
        MapModule(modelBuilder);
        foreach (var type in modelBuilder.Model.GetEntityTypes().Where(type => !type.IsOwned()).ToList())
        {
            if (type.ClrType.IsAssignableTo(typeof(Entity)))
            {
                var entity = modelBuilder.Entity(type.ClrType);
                entity.HasKey(nameof(Entity.WorkspaceId), nameof(Entity.Id));
                entity.Property(nameof(Entity.Id)).ValueGeneratedNever();
                entity.Property(nameof(Entity.Version)).IsConcurrencyToken();
            }

            if (type.ClrType.IsAssignableTo(typeof(IWorkspaceOwned)))
            {
                FilterByWorkspace.MakeGenericMethod(type.ClrType).Invoke(this, [modelBuilder]);
            }
        }
    }

    /// <summary>The module's own tables. Keys of <see cref="IWorkspaceOwned"/> rows start with the workspace.</summary>
    protected abstract void MapModule(ModelBuilder modelBuilder);

    private static readonly MethodInfo FilterByWorkspace = typeof(ModuleDbContext).GetMethod(
        nameof(AddWorkspaceFilter),
        BindingFlags.Instance | BindingFlags.NonPublic
    )!;

    private void AddWorkspaceFilter<TRow>(ModelBuilder modelBuilder)
        where TRow : class, IWorkspaceOwned
    {
        Expression<Func<TRow, bool>> inWorkspace = row => row.WorkspaceId == Workspace;
        modelBuilder.Entity<TRow>().HasQueryFilter(WorkspaceFilter, inWorkspace);
    }

    private void Stamp()
    {
        foreach (EntityEntry entry in ChangeTracker.Entries<IWorkspaceOwned>())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted))
            {
                continue;
            }

            var workspace = entry.Property(nameof(IWorkspaceOwned.WorkspaceId));
            if (entry.State == EntityState.Added && (Guid)workspace.CurrentValue! == Guid.Empty)
            {
                workspace.CurrentValue = Workspace;
            }
            else if ((Guid)workspace.CurrentValue! != Workspace)
            {
                throw new InvalidOperationException(
                    $"{entry.Metadata.Name} of another workspace was about to be saved."
                );
            }
        }
    }

    private void WriteOutbox()
    {
        var events = ChangeTracker
            .Entries<Entity>()
            .SelectMany(entry => entry.Entity.TakeEvents())
            .Concat(_raised)
            .Select(OutboxMessage.From)
            .ToList();
        _raised.Clear();
        if (events.Count > 0)
        {
            Outbox.AddRange(events);
            HasUnsentEvents = true;
        }
    }
}
