using Flowstate.Shared.Modules;
using Flowstate.Shared.Persistence;
using Flowstate.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Flowstate.Architecture.Tests;

/// <summary>A real PostgreSQL in which the modules of a codebase were migrated, as their Host does it.</summary>
internal sealed class MigratedDatabase : IAsyncDisposable
{
    private readonly Codebase _code;
    private readonly string _owner;
    private Dictionary<string, NpgsqlDataSource> _roles = [];

    private MigratedDatabase(Codebase code, string owner) =>
        (_code, _owner, Owner) = (code, owner, NpgsqlDataSource.Create(owner));

    public NpgsqlDataSource Owner { get; }

    public IReadOnlyCollection<string> Modules => _roles.Keys;

    public static async Task<MigratedDatabase> Of(Codebase code, string name)
    {
        var server = await PostgresServer.Shared();
        var database = new MigratedDatabase(code, await server.CreateDatabase(name));
        await database.Migrate();
        return database;
    }

    /// <summary>What a start of the Host does, also over what an earlier one has made.</summary>
    public async Task Migrate()
    {
        await using var app = Host();
        await app.MigrateModules();
        _roles = app
            .Services.GetServices<ModuleMigration>()
            .ToDictionary(migration => migration.Schema, migration => migration.Connection.BuildDataSource());
    }

    /// <summary>The modules over this database, not listening.</summary>
    public WebApplication Host()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["ConnectionStrings:Flowstate"] = _owner,
                ["Flowstate:DataDirectory"] = Path.Combine(Path.GetTempPath(), $"flowstate-{Environment.ProcessId}"),
            }
        );
        builder.AddPlatform();
        builder.AddModules([.. _code.Modules.Select(module => module.Instance).OfType<IModule>()]);
        return builder.Build();
    }

    public NpgsqlDataSource As(string module) => _roles[module];

    public async Task Execute(string sql)
    {
        await using var command = Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Every table of the database but PostgreSQL's own.</summary>
    public async Task<IReadOnlyList<Table>> Tables()
    {
        await using var command = Owner.CreateCommand(
            """
            select t.schemaname, t.tablename, t.tableowner, exists (
              select 1 from information_schema.columns c
              where c.table_schema = t.schemaname and c.table_name = t.tablename
                and c.column_name = 'workspace_id' and c.is_nullable = 'NO')
            from pg_tables t
            where t.schemaname not in ('pg_catalog', 'information_schema')
            order by 1, 2
            """
        );
        List<Table> tables = [];
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            tables.Add(new Table(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetBoolean(3)));
        }

        return tables;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var role in _roles.Values.Append(Owner))
        {
            await role.DisposeAsync();
        }
    }

    internal sealed record Table(string Schema, string Name, string Owner, bool HasWorkspace);
}
