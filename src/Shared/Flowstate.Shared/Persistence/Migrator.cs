using Flowstate.Shared.Audit;
using Flowstate.Shared.Jobs;
using Flowstate.Shared.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Flowstate.Shared.Persistence;

/// <summary>
/// Brings every schema up to date before the host listens. The owner of <c>ConnectionStrings:Flowstate</c> owns the
/// tables; a module's role may use its own schema's rows and nothing else, which makes a foreign table unreachable in
/// SQL too. One host migrates at a time; a failure ends the process.
/// </summary>
public static class Migrator
{
    // A fixed number: advisory locks are per database, and this one is only ours.
    private const long Lock = 0x466C6F77;
    private const int Attempts = 5;

    public static async Task MigrateModules(this IHost host, CancellationToken ct = default)
    {
        var log = host.Services.GetRequiredService<ILogger<ModuleMigration>>();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await Migrate(host, log, ct);
                return;
            }
            // What a killed host left running may hold what we want and want what we hold.
            catch (Exception fault) when (attempt < Attempts && fault.IsPassing())
            {
                log.LogWarning(fault, "Bringing the schemas up to date is tried again");
                await Task.Delay(TimeSpan.FromSeconds(attempt), ct);
            }
        }
    }

    private static async Task Migrate(IHost host, ILogger log, CancellationToken ct)
    {
        var migrations = host.Services.GetServices<ModuleMigration>().ToList();
        var owner = migrations[0].Connection.Owner;
        await using var source = new NpgsqlDataSourceBuilder(owner) { Name = "flowstate-migrator" }.Build();
        await using var session = await source.OpenConnectionAsync(ct);
        await Execute(session, $"select pg_advisory_lock({Lock})", ct);
        foreach (var migration in migrations)
        {
            await CreateRole(session, migration.Connection, ct);
            await Execute(
                session,
                $"""
                create schema if not exists {migration.Schema};
                grant usage on schema {migration.Schema} to "{migration.Connection.Role}";
                alter default privileges in schema {migration.Schema}
                  grant select, insert, update, delete on tables to "{migration.Connection.Role}";
                alter default privileges in schema {migration.Schema} grant usage on sequences to "{migration.Connection.Role}";
                """,
                ct
            );
            await using var context = CreateContext(migration, source);
            if (migration.Searches.Count > 0 && (await context.Database.GetPendingMigrationsAsync(ct)).Any())
            {
                await Execute(session, RowSecurity.DropViews(migration), ct);
            }

            await context.Database.MigrateAsync(ct);
            await Execute(session, RowSecurity.Functions(migration), ct);
            await Execute(session, AuditTrail.Create(migration), ct);
            await Execute(session, RowSecurity.Enforce(migration), ct);
            foreach (var view in migration.Searches)
            {
                await Execute(session, RowSecurity.Create(view, migration), ct);
            }

            await GrantAll(session, migration, ct);
            await Execute(session, AuditTrail.Close(migration), ct);
            log.LogInformation("Schema {Schema} is up to date", migration.Schema);
        }

        if (host.Services.GetService<JobsSchema>() is { Connection: var jobs })
        {
            await CreateRole(session, jobs, ct);
            await Execute(session, $"create schema if not exists {JobsSetup.Schema} authorization \"{jobs.Role}\"", ct);
        }
    }

    // Default privileges are for what is created here; tables that were moved in from another database need it said.
    private static Task GrantAll(NpgsqlConnection session, ModuleMigration migration, CancellationToken ct) =>
        Execute(
            session,
            $"""
            grant select, insert, update, delete on all tables in schema {migration.Schema} to "{migration.Connection.Role}";
            grant usage on all sequences in schema {migration.Schema} to "{migration.Connection.Role}";
            revoke all on {migration.Schema}.__ef_migrations_history from "{migration.Connection.Role}";
            """,
            ct
        );

    private static DbContext CreateContext(ModuleMigration migration, NpgsqlDataSource source)
    {
        var builder = (DbContextOptionsBuilder)
            Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(migration.Context))!;
        return (DbContext)
            Activator.CreateInstance(
                migration.Context,
                ModuleBuilder.Configure(builder, migration.Schema, source).Options
            )!;
    }

    // Roles belong to the cluster, so that two databases may make one at the same time.
    private static Task CreateRole(NpgsqlConnection session, ModuleConnection connection, CancellationToken ct) =>
        Execute(
            session,
            $"""
            do $$ begin
              create role "{connection.Role}" login password '{connection.Password.Replace(
                "'",
                "''",
                StringComparison.Ordinal
            )}';
            exception when duplicate_object or unique_violation then null;
            end $$;
            -- A long pending list makes every search by a trigram index scan it.
            do $$ begin
              if not exists (select from pg_db_role_setting where setrole = '"{connection.Role}"'::regrole
                and setdatabase = 0 and 'gin_pending_list_limit=64kB' = any(setconfig)) then
                alter role "{connection.Role}" set gin_pending_list_limit = '64kB';
              end if;
            -- Two hosts at once, or a role that somebody else made and keeps.
            exception when insufficient_privilege or internal_error then null;
            end $$
            """,
            ct
        );

    private static async Task Execute(NpgsqlConnection session, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, session) { CommandTimeout = 300 };
        await command.ExecuteNonQueryAsync(ct);
    }
}
