using System.Reflection;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Flowstate.Architecture.Tests.Rules;

/// <summary>
/// Both walls between workspaces, asked of every table that has a workspace: each is given a row of two workspaces, and the
/// module's role and its context look at them.
/// </summary>
internal static class WallRules
{
    private static readonly Guid Ours = Guid.CreateVersion7();
    private static readonly Guid Theirs = Guid.CreateVersion7();

    public static async Task<Verdict> TheDatabaseShowsOneWorkspace(MigratedDatabase database)
    {
        List<string> offences = [];
        var tables = await Walled(database);
        foreach (var table in tables)
        {
            await GiveRows(database, table);
            var name = $"{table.Schema}.{table.Name}";
            if (!table.Forced)
            {
                offences.Add($"{name} has no forced row-level security");
            }

            var unset = await Seen(database, table, null);
            var inside = await Seen(database, table, Ours);
            if (unset > 0 || inside != 1)
            {
                offences.Add($"{name} shows {unset} rows outside workspaces and {inside} of 1 inside");
            }

            if (!await RefusesToMove(database, table))
            {
                offences.Add($"{name} lets a row be moved into another workspace");
            }
        }

        return new Verdict(nameof(TheDatabaseShowsOneWorkspace), tables.Count, offences);
    }

    /// <summary>Through the module's own context, with the first wall ignored: what a forgotten filter would show.</summary>
    public static async Task<Verdict> AForgottenFilterShowsNothing(MigratedDatabase database)
    {
        List<string> offences = [];
        var subjects = 0;
        await using var app = database.Host();
        foreach (var table in await Walled(database))
        {
            await GiveRows(database, table);
        }

        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Enter(Ours);
        foreach (var context in scope.ServiceProvider.GetServices<ModuleDbContext>())
        {
            foreach (var type in context.Model.GetEntityTypes().Where(IsOfAWorkspace))
            {
                subjects++;
                var (ignored, filtered) = await (Task<(int, int)>)
                    Counting.MakeGenericMethod(type.ClrType).Invoke(null, [context])!;
                if (ignored != 1 || filtered > 1)
                {
                    offences.Add($"{type.GetSchemaQualifiedTableName()} shows {ignored} rows without its filter");
                }
            }
        }

        return new Verdict(nameof(AForgottenFilterShowsNothing), subjects, offences);
    }

    private static bool IsOfAWorkspace(Microsoft.EntityFrameworkCore.Metadata.IEntityType type) =>
        !type.IsOwned() && type.GetTableName() is not null && type.FindProperty("WorkspaceId") is not null;

    private static readonly MethodInfo Counting = typeof(WallRules).GetMethod(
        nameof(Count),
        BindingFlags.Static | BindingFlags.NonPublic
    )!;

    private static async Task<(int Ignored, int Filtered)> Count<TRow>(DbContext context)
        where TRow : class =>
        (await context.Set<TRow>().IgnoreQueryFilters().CountAsync(), await context.Set<TRow>().CountAsync());

    // Partitions are reached through their table only: no role has rights of its own on them.
    private static async Task<List<Table>> Walled(MigratedDatabase database)
    {
        await using var command = database.Owner.CreateCommand(
            """
            select n.nspname, c.relname, c.relrowsecurity and c.relforcerowsecurity
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped
            where c.relkind in ('r', 'p') and not c.relispartition and n.nspname = any($1) order by 1, 2
            """
        );
        command.Parameters.Add(new() { Value = database.Modules.ToArray() });
        List<Table> tables = [];
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            tables.Add(new Table(reader.GetString(0), reader.GetString(1), reader.GetBoolean(2)));
        }

        return tables;
    }

    // Whatever the columns want, without the rows they would refer to and whatever is checked of them: the walls look at one
    // column only.
    private static Task GiveRows(MigratedDatabase database, Table table) =>
        database.Execute(
            $$"""
            do $$
            declare columns text; given text; it uuid; rule name;
            begin
              for rule in select conname from pg_constraint where conrelid = '{{table.Schema}}.{{table.Name}}'::regclass and contype = 'c' loop
                execute format('alter table {{table.Schema}}.{{table.Name}} drop constraint %I', rule);
              end loop;
              set local session_replication_role = replica;
              delete from {{table.Schema}}.{{table.Name}};
              select string_agg(quote_ident(attname), ', '), string_agg(case
                when typcategory = 'A' then '''{}''' when typname = 'uuid' then 'gen_random_uuid()' when typname = 'bool' then 'false'
                when typcategory = 'N' or typname = 'xid8' then '''1''' when typname = 'jsonb' then '''{}''' when typname = 'bytea' then '''\x00'''
                when typcategory = 'D' then 'now()' when typcategory = 'T' then '''1 day''' else '''x''' end, ', ')
              into columns, given
              from pg_attribute a join pg_type t on t.oid = a.atttypid
              where attrelid = '{{table.Schema}}.{{table.Name}}'::regclass and attnum > 0 and not attisdropped
                and attnotnull and attidentity = '' and attgenerated = '' and attname <> 'workspace_id';
              foreach it in array array['{{Ours}}'::uuid, '{{Theirs}}'::uuid] loop
                execute format('insert into {{table.Schema}}.{{table.Name}} (workspace_id%s) values (%L%s)',
                  coalesce(', ' || columns, ''), it, coalesce(', ' || given, ''));
              end loop;
            end $$
            """
        );

    private static async Task<long> Seen(MigratedDatabase database, Table table, Guid? workspace)
    {
        await using var connection = await database.As(table.Schema).OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await Enter(connection, table, workspace);
        await using var count = new NpgsqlCommand($"select count(*) from {table.Schema}.{table.Name}", connection);
        return (long)(await count.ExecuteScalarAsync())!;
    }

    private static async Task<bool> RefusesToMove(MigratedDatabase database, Table table)
    {
        await using var connection = await database.As(table.Schema).OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await Enter(connection, table, Ours);
        await using var move = new NpgsqlCommand(
            $"update {table.Schema}.{table.Name} set workspace_id = '{Theirs}'",
            connection
        );
        try
        {
            await move.ExecuteNonQueryAsync();
            return false;
        }
        catch (PostgresException refused)
        {
            return refused.SqlState == PostgresErrorCodes.InsufficientPrivilege;
        }
    }

    private static async Task Enter(NpgsqlConnection connection, Table table, Guid? workspace)
    {
        if (workspace is { } id)
        {
            await using var enter = new NpgsqlCommand($"call {table.Schema}.enter('{id}')", connection);
            await enter.ExecuteNonQueryAsync();
        }
    }

    private sealed record Table(string Schema, string Name, bool Forced);
}
