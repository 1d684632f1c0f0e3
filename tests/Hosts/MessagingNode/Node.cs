using Flowstate.Ledger;
using Flowstate.Meters;
using Flowstate.Shared.Caching;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Modules;
using Flowstate.Shared.Persistence;
using Flowstate.Shared.Realtime;
using Flowstate.Shared.Telemetry;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Flowstate.MessagingNode;

/// <summary>A host of two small modules with everything of messaging that is real, and nothing else.</summary>
public static class Node
{
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddTelemetry().AddTokenVerification().AddCache();
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton<LiveUpdates>().AddSignalR();
        builder.AddModules([new MetersModule(), new LedgerModule()]);
        DeadlyPoint.Add(builder);
        configure?.Invoke(builder);
        var app = builder.Build();
        app.UseRouting();
        app.UseAuthentication();
        app.UseCurrentUser();
        app.UseAuthorization();
        app.MapHub<LiveHub>(LiveHub.Path);
        return app.MapModules();
    }

    /// <summary>Makes an empty database ready: roles and schemas by the migrator, tables from the models.</summary>
    public static async Task Prepare(string connection)
    {
        await using var app = Build([$"--ConnectionStrings:Flowstate={connection}"]);
        await app.MigrateModules();
        await using var owner = NpgsqlDataSource.Create(connection);
        await CreateTables(
            new MetersDbContext(Options<MetersDbContext>("meters", owner)),
            new LedgerDbContext(Options<LedgerDbContext>("ledger", owner))
        );
    }

    private static async Task CreateTables(params DbContext[] contexts)
    {
        foreach (var context in contexts)
        {
            await using (context)
            {
                var script = context.Database.GenerateCreateScript();
                await using var command = ((NpgsqlConnection)context.Database.GetDbConnection()).CreateCommand();
                await context.Database.OpenConnectionAsync();
                command.CommandText = script;
                await command.ExecuteNonQueryAsync();
            }
        }
    }

    private static DbContextOptions<TContext> Options<TContext>(string schema, NpgsqlDataSource owner)
        where TContext : DbContext
    {
        var builder = new DbContextOptionsBuilder<TContext>();
        ModuleBuilder.Configure(builder, schema, owner);
        return builder.Options;
    }
}
