using System.Text.RegularExpressions;
using Flowstate.Shared.Modules;
using Flowstate.Shared.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Flowstate.Architecture.Tests.Rules;

/// <summary>Each module's tables as EF sees them: one schema, snake_case, and nothing that leaves its workspace.</summary>
internal static partial class ModelRules
{
    private const string Workspace = "workspace_id";

    public static Verdict EveryRowOfAWorkspaceIsFilteredByIt(Codebase code) =>
        OnTables(
            code,
            table =>
                Owned(table)
                && table.GetDeclaredQueryFilters().All(filter => filter.Key != ModuleDbContext.WorkspaceFilter)
                    ? ["has no workspace filter"]
                    : []
        );

    public static Verdict KeysStartWithTheWorkspace(Codebase code) =>
        OnTables(
            code,
            table =>
                !Owned(table)
                    ? []
                    : table
                        .GetKeys()
                        .Select(key => (key.GetName(), key.Properties))
                        .Concat(
                            table
                                .GetIndexes()
                                .Where(index => index.IsUnique)
                                .Select(index => (index.GetDatabaseName(), index.Properties))
                        )
                        .Concat(
                            table
                                .GetForeignKeys()
                                .Where(key => Owned(key.PrincipalEntityType))
                                .Select(key => (key.GetConstraintName(), key.Properties))
                        )
                        .Where(key => key.Properties[0].GetColumnName() != Workspace)
                        .Select(key => $"{key.Item1} starts with {key.Properties[0].GetColumnName()}")
        );

    public static Verdict WhatHasAWorkspaceSaysSo(Codebase code) =>
        OnTables(
            code,
            table =>
                !Owned(table)
                && table.ClrType.Assembly != typeof(ModuleDbContext).Assembly
                && table.GetProperties().Any(property => property.GetColumnName() == Workspace)
                    ? ["has a workspace_id, but is not IWorkspaceOwned"]
                    : []
        );

    public static Verdict EverythingIsInTheModulesSchema(Codebase code) =>
        Verdict.On(
            code.Modules.SelectMany(module => Tables(module), (module, table) => (module, table)),
            found =>
                found.table.GetSchema() == found.module.Wire
                    ? []
                    : [$"{found.module.Name}: {found.table.GetTableName()} is in schema '{found.table.GetSchema()}'"]
        );

    public static Verdict NamesAreSnakeCase(Codebase code) =>
        OnTables(
            code,
            table =>
                table
                    .GetProperties()
                    .Select(property => property.GetColumnName())
                    .Concat(table.GetIndexes().Select(index => index.GetDatabaseName()))
                    .Concat(table.GetKeys().Select(key => key.GetName()))
                    .Concat(
                        table
                            .GetForeignKeys()
                            .Where(key => Owned(key.PrincipalEntityType))
                            .Select(key => key.GetConstraintName())
                    )
                    .Append(table.GetTableName())
                    .OfType<string>()
                    .Where(name => !SnakeCase().IsMatch(name))
                    .Select(name => $"'{name}' is not snake_case")
        );

    public static Verdict MigrationsAreUpToDate(Codebase code) =>
        Verdict.On(
            code.Modules,
            module =>
                module
                    .Contexts.Where(type =>
                    {
                        using var context = Open(module, type);
                        return context.Database.HasPendingModelChanges();
                    })
                    .Select(type => $"{type.Name} has changed since its last migration")
        );

    private static Verdict OnTables(
        Codebase code,
        Func<IEntityType, IEnumerable<string>> offences,
        [System.Runtime.CompilerServices.CallerMemberName] string rule = ""
    ) =>
        Verdict.On(
            code.Modules.SelectMany(module => Tables(module), (module, table) => (module, table)),
            found =>
                offences(found.table).Select(wrong => $"{found.module.Name}: {found.table.GetTableName()} {wrong}"),
            rule
        );

    private static bool Owned(IEntityType table) => table.ClrType.IsAssignableTo(typeof(IWorkspaceOwned));

    private static List<IEntityType> Tables(ModuleCode module)
    {
        List<IEntityType> tables = [];
        foreach (var type in module.Contexts)
        {
            using var context = Open(module, type);
            tables.AddRange(context.Model.GetEntityTypes().Where(entity => entity.GetTableName() is not null));
        }

        return tables;
    }

    private static DbContext Open(ModuleCode module, Type type)
    {
        var builder = (DbContextOptionsBuilder)
            Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(type))!;
        var options = ModuleBuilder.Configure(builder, module.Wire, NeverConnected).Options;
        return (DbContext)Activator.CreateInstance(type, options)!;
    }

    private static readonly NpgsqlDataSource NeverConnected = NpgsqlDataSource.Create("Host=localhost");

    [GeneratedRegex("^_*[a-z][a-z0-9_]*$", RegexOptions.None, 1000)]
    private static partial Regex SnakeCase();
}
