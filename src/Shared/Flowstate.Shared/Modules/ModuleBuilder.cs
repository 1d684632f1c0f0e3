using Flowstate.Shared.Identity;
using Flowstate.Shared.Messaging;
using Flowstate.Shared.Messaging.Transports;
using Flowstate.Shared.Persistence;
using Flowstate.Shared.Realtime;
using Flowstate.Shared.Secrets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using StackExchange.Redis;

namespace Flowstate.Shared.Modules;

/// <summary>What a module registers itself with: its services, and its database with all that hangs on it.</summary>
public sealed class ModuleBuilder(IModule module, IServiceCollection services, IConfiguration configuration)
{
    public IServiceCollection Services { get; } = services;

    public IConfiguration Configuration { get; } = configuration;

    /// <summary>Gives the module its schema, its role's connections, an outbox with relay and an inbox with workers.</summary>
    /// <param name="rules">What the database does for its tables beside keeping them: search views, audit.</param>
    public ModuleBuilder Database<TContext>(Action<ModuleMigration>? rules = null)
        where TContext : ModuleDbContext
    {
        var schema = module.Name;
        var connection = ModuleConnection.For(Configuration, schema);
        var database = new ModuleDatabase(schema, connection.BuildDataSource());
        var catalog = new EventCatalog(module.GetType().Assembly);
        // By factory, so that the container closes its connections.
        var migration = new ModuleMigration(schema, typeof(TContext), connection);
        rules?.Invoke(migration);
        Services.AddSingleton(_ => database).AddSingleton(migration);
        Services.AddPooledDbContextFactory<TContext>(
            (provider, options) =>
                Configure(options, schema, database.Source)
                    .AddInterceptors(
                        provider.GetRequiredService<OutboxInterceptor>(),
                        provider.GetRequiredService<WorkspaceWall>()
                    )
        );
        Services.AddScoped(provider => Lease<TContext>(provider));
        Services.AddScoped<ModuleDbContext>(provider => provider.GetRequiredService<TContext>());
        AddMessaging<TContext>(database, catalog);
        return this;
    }

    /// <summary>Declares a column of sealed values, so that they are sealed anew when the key changes.</summary>
    public SealedColumn Sealed(
        string table,
        string column,
        string purpose,
        string key = "id",
        string? workspaces = null
    )
    {
        var declared = new SealedColumn(module.Name, table, column, purpose, key, workspaces);
        Services.AddSingleton(declared);
        return declared;
    }

    /// <summary>EF options that the running module, its migrations and design-time tools share.</summary>
    public static DbContextOptionsBuilder Configure(
        DbContextOptionsBuilder options,
        string schema,
        NpgsqlDataSource source
    ) =>
        options
            .UseNpgsql(source, npgsql => npgsql.MigrationsHistoryTable("__ef_migrations_history", schema))
            .UseSnakeCaseNamingConvention();

    // Contexts are pooled: a lease without this line would still hold the previous request's workspace.
    private static TContext Lease<TContext>(IServiceProvider provider)
        where TContext : ModuleDbContext
    {
        var context = provider.GetRequiredService<IDbContextFactory<TContext>>().CreateDbContext();
        context.Lease(provider.GetRequiredService<CurrentUser>());
        return context;
    }

    private void AddMessaging<TContext>(ModuleDatabase database, EventCatalog catalog)
        where TContext : ModuleDbContext
    {
        var inbox = new Inbox(database, catalog);
        Services.AddSingleton<IInbox>(inbox);
        foreach (var reaction in EventCatalog.ReactionTypes(module.GetType().Assembly))
        {
            Services.AddScoped(reaction);
        }

        Services.AddSingleton<IHostedService>(provider => new OutboxRelay(
            database,
            provider.GetRequiredService<IEventTransport>(),
            provider.GetRequiredService<IOptions<MessagingOptions>>(),
            provider.GetRequiredService<LiveUpdates>(),
            provider.GetRequiredService<ILogger<OutboxRelay>>()
        ));
        Services.AddSingleton<IHostedService>(provider => new InboxProcessor(
            database,
            new InboxClaims(database, catalog, provider.GetRequiredService<IOptions<MessagingOptions>>()),
            catalog,
            scope => scope.GetRequiredService<TContext>(),
            provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetRequiredService<LiveUpdates>(),
            provider.GetRequiredService<IOptions<MessagingOptions>>(),
            provider.GetRequiredService<ILogger<InboxProcessor>>()
        ));
        if (Configuration["Messaging:Transport"] == "RedisStream")
        {
            Services.AddSingleton<IHostedService>(provider => new RedisStreamReader(
                inbox,
                database,
                provider.GetRequiredService<IConnectionMultiplexer>(),
                provider.GetRequiredService<IOptions<MessagingOptions>>(),
                provider.GetRequiredService<ILogger<RedisStreamReader>>()
            ));
        }
    }
}
