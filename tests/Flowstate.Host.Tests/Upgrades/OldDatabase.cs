using Flowstate.Campaigns;
using Flowstate.Contacts;
using Flowstate.Identity;
using Flowstate.Intelligence;
using Flowstate.Shared.Modules;
using Flowstate.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Flowstate.Host.Tests.Upgrades;

/// <summary>
/// A database of an earlier release, with a workspace in it, that tells of every object a host makes in it and can stand in
/// its way.
/// </summary>
internal sealed class OldDatabase : IAsyncDisposable
{
    private readonly NpgsqlDataSource _owner;

    private OldDatabase(string connection) => (Connection, _owner) = (connection, NpgsqlDataSource.Create(connection));

    public string Connection { get; }

    public string Setting => $"--ConnectionStrings:Flowstate={Connection}";

    /// <summary>One in which no release was.</summary>
    public static async Task<OldDatabase> Empty()
    {
        var server = await PostgresServer.Shared();
        var database = new OldDatabase(await server.CreateDatabase($"u_{Guid.CreateVersion7():N}"));
        // The sequence tells over transactions how far a host is; the gate says what happens there.
        await database.Execute(
            """
            create sequence public.steps;
            create table public.gates (step bigint primary key, act text not null);
            create function public.step() returns event_trigger language plpgsql security definer as $$
            declare at bigint := nextval('public.steps'); what text;
            begin
              select act into what from public.gates where step = at;
              if what = 'refuse' then raise exception 'something is in the way of step %', at; end if;
              if what = 'linger' then perform pg_sleep(2); end if;
            end $$;
            create event trigger step on ddl_command_start execute function public.step();
            """
        );
        return database;
    }

    /// <param name="back">How many migrations each module lacks; one keeps its first.</param>
    public static async Task<OldDatabase> Behind(int back)
    {
        var database = await Empty();
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:Flowstate", database.Connection)]);
        builder.AddPlatform();
        builder.AddModules([
            new IdentityModule(),
            new ContactsModule(),
            new CampaignsModule(),
            new IntelligenceModule(),
        ]);
        await using var app = builder.Build();
        foreach (var module in app.Services.GetServices<ModuleMigration>())
        {
            await database.Execute($"create schema {module.Schema}");
            var type = typeof(DbContextOptionsBuilder<>).MakeGenericType(module.Context);
            var options = (DbContextOptionsBuilder)Activator.CreateInstance(type)!;
            await using var context = (DbContext)
                Activator.CreateInstance(
                    module.Context,
                    ModuleBuilder.Configure(options, module.Schema, database._owner).Options
                )!;
            var all = context.Database.GetMigrations().ToList();
            await context.GetService<IMigrator>().MigrateAsync(all[Math.Max(0, all.Count - 1 - back)]);
        }

        await database.Execute("alter sequence public.steps restart");
        return database;
    }

    /// <param name="act"><c>refuse</c> or <c>linger</c>.</param>
    public Task Gate(int step, string act) =>
        Execute(
            $"alter sequence public.steps restart; delete from public.gates; insert into public.gates values ({step}, '{act}')"
        );

    public Task Open() => Execute("delete from public.gates");

    /// <summary>How many statements that change the schema began.</summary>
    public async Task<long> Steps() => long.Parse(await Text("select last_value from public.steps"), null);

    /// <summary>What a module's release leaves behind: its migrations, columns, indexes, checks, triggers, policies, rights.</summary>
    public Task<string> Schema() =>
        Text(
            """
            with ours as (select oid, nspname from pg_namespace
              where nspname in ('identity', 'contacts', 'campaigns', 'intelligence'))
            select string_agg(line, E'\n' order by line) from (
              select 'migration ' || "MigrationId" from (
                select * from identity.__ef_migrations_history union all select * from contacts.__ef_migrations_history
                union all select * from campaigns.__ef_migrations_history
                union all select * from intelligence.__ef_migrations_history) m("MigrationId", "ProductVersion")
              union all select format('column %s.%s %s %s %s %s %s', nspname, relname, attname,
                format_type(atttypid, atttypmod), attnotnull, relrowsecurity, relforcerowsecurity)
                from pg_class c join ours on ours.oid = relnamespace join pg_attribute on attrelid = c.oid
                where attnum > 0 and not attisdropped and relkind in ('r', 'p', 'v')
              union all select format('rights %s.%s %s', nspname, relname,
                (select string_agg(x::text, ',' order by x::text) from unnest(relacl) x))
                from pg_class c join ours on ours.oid = relnamespace where relkind in ('r', 'p', 'v')
              union all select 'index ' || indexdef from pg_indexes join ours on nspname = schemaname
              union all select format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(c.oid))
                from pg_constraint c join ours on ours.oid = connamespace where contype <> 'n'
              union all select 'trigger ' || pg_get_triggerdef(t.oid) from pg_trigger t
                join pg_class c on c.oid = tgrelid join ours on ours.oid = relnamespace where not tgisinternal
              union all select format('policy %s.%s %s %s %s', schemaname, tablename, policyname, roles, qual)
                from pg_policies join ours on nspname = schemaname) all_of(line)
            """
        );

    public async Task<string> Text(string sql)
    {
        await using var command = _owner.CreateCommand(sql);
        return $"{await command.ExecuteScalarAsync()}";
    }

    public ValueTask DisposeAsync() => _owner.DisposeAsync();

    private async Task Execute(string sql)
    {
        await using var command = _owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
