using Npgsql;

namespace Flowstate.Architecture.Tests.Rules;

/// <summary>What NetArchTest cannot see, the database can: SQL that reaches for another module's rows.</summary>
internal static class DatabaseRules
{
    public static async Task<Verdict> ARoleReadsNoSchemaButItsOwn(MigratedDatabase database)
    {
        List<string> offences = [];
        var tables = await database.Tables();
        var pairs = database
            .Modules.SelectMany(_ => tables, (module, table) => (module, table))
            .Where(pair => pair.table.Schema != pair.module)
            .ToList();
        foreach (var (module, table) in pairs)
        {
            if (!await IsRefused(database, module, $"select 1 from {table.Schema}.{table.Name} limit 1"))
            {
                offences.Add($"{module} can read {table.Schema}.{table.Name}");
            }
        }

        return new Verdict(nameof(ARoleReadsNoSchemaButItsOwn), pairs.Count, offences);
    }

    public static async Task<Verdict> ARoleWritesNoSchemaButItsOwn(MigratedDatabase database)
    {
        List<string> offences = [];
        var tables = await database.Tables();
        var pairs = database
            .Modules.SelectMany(_ => tables, (module, table) => (module, table))
            .Where(pair => pair.table.Schema != pair.module)
            .ToList();
        foreach (var (module, table) in pairs)
        {
            if (!await IsRefused(database, module, $"delete from {table.Schema}.{table.Name} where false"))
            {
                offences.Add($"{module} can write {table.Schema}.{table.Name}");
            }
        }

        return new Verdict(nameof(ARoleWritesNoSchemaButItsOwn), pairs.Count, offences);
    }

    public static async Task<Verdict> ARoleOwnsNoTable(MigratedDatabase database)
    {
        var tables = (await database.Tables()).Where(table => database.Modules.Contains(table.Schema));
        return Verdict.On(
            tables,
            table =>
                table.Owner.StartsWith("flowstate_", StringComparison.Ordinal)
                    ? [$"{table.Owner} owns {table.Schema}.{table.Name}"]
                    : [],
            nameof(ARoleOwnsNoTable)
        );
    }

    public static async Task<Verdict> ARoleChangesNoTable(MigratedDatabase database)
    {
        List<string> offences = [];
        foreach (var module in database.Modules)
        {
            foreach (
                var statement in new[]
                {
                    $"create table {module}.stray (id int)",
                    "create table public.stray (id int)",
                    $"truncate {module}.outbox",
                    $"alter table {module}.outbox add column stray int",
                    $"drop table {module}.outbox",
                    "create role stray",
                }
            )
            {
                if (!await IsRefused(database, module, statement))
                {
                    offences.Add($"{module} may {statement}");
                }
            }
        }

        return new Verdict(nameof(ARoleChangesNoTable), database.Modules.Count, offences);
    }

    /// <param name="workspaces">Tables that hold workspaces themselves, or nothing of any: <c>schema.table</c>.</param>
    public static async Task<Verdict> EveryTableHasAWorkspace(MigratedDatabase database, params string[] workspaces)
    {
        var tables = (await database.Tables())
            .Where(table => database.Modules.Contains(table.Schema) && table.Name != "__ef_migrations_history")
            .ToList();
        return Verdict.On(
            tables,
            table =>
                table.HasWorkspace || workspaces.Contains($"{table.Schema}.{table.Name}")
                    ? []
                    : [$"{table.Schema}.{table.Name} has no workspace_id that is always there"],
            nameof(EveryTableHasAWorkspace)
        );
    }

    private static async Task<bool> IsRefused(MigratedDatabase database, string module, string sql)
    {
        await using var connection = await database.As(module).OpenConnectionAsync();
        // Rolled back: what is wrongly allowed must not change what the next question finds.
        await using var transaction = await connection.BeginTransactionAsync();
        try
        {
            await using var command = new NpgsqlCommand(sql, connection, transaction);
            await command.ExecuteNonQueryAsync();
            return false;
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            return true;
        }
    }
}
