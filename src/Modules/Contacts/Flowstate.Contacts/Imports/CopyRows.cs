using Flowstate.Contacts.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Flowstate.Contacts.Imports;

/// <summary>
/// Writes new rows by COPY in the context's own transaction, with the columns and conversions of its model: ten times the
/// speed of inserts, and no second list of columns to keep. Over a table of its own, since PostgreSQL refuses COPY into one
/// with row-level security.
/// </summary>
internal static class CopyRows
{
    public static async Task Copy<TRow>(this ContactsDbContext db, IReadOnlyList<TRow> rows, CancellationToken ct)
        where TRow : class
    {
        if (rows.Count == 0)
        {
            return;
        }

        var type = db.Model.FindEntityType(typeof(TRow))!;
        var columns = type.GetFlattenedProperties().Select(Column.Of).ToList();
        var names = string.Join(", ", columns.Select(column => $"\"{column.Name}\""));
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var (table, copied) = ($"{type.GetSchema()}.{type.GetTableName()}", $"copied_{type.GetTableName()}");
        await Execute($"create temp table {copied} on commit drop as select {names} from {table} with no data");
        await Fill(connection, $"copy {copied} ({names}) from stdin (format binary)", columns, rows, ct);
        await Execute($"insert into {table} ({names}) select {names} from {copied}; drop table {copied}");

        async Task Execute(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    private static async Task Fill<TRow>(
        NpgsqlConnection connection,
        string copy,
        List<Column> columns,
        IReadOnlyList<TRow> rows,
        CancellationToken ct
    )
        where TRow : class
    {
        await using var writer = await connection.BeginBinaryImportAsync(copy, ct);
        foreach (var row in rows)
        {
            await writer.StartRowAsync(ct);
            foreach (var column in columns)
            {
                if (column.Read(row) is { } value)
                {
                    await writer.WriteAsync(value, column.Type, ct);
                }
                else
                {
                    await writer.WriteNullAsync(ct);
                }
            }
        }

        await writer.CompleteAsync(ct);
    }

    private sealed record Column(string Name, string Type, Func<object, object?> Read)
    {
        public static Column Of(IProperty property)
        {
            var owner = property.DeclaringType is IComplexType complex ? complex.ComplexProperty.PropertyInfo : null;
            var member = property.PropertyInfo!;
            var convert = property.GetTypeMapping().Converter is { } converter
                ? converter.ConvertToProvider
                : value => value;
            var type = property.GetColumnType();
            return new Column(
                property.GetColumnName(),
                // COPY wants the bare name: "character varying", not "character varying(20)".
                type.Contains('(', StringComparison.Ordinal)
                    ? type[..type.IndexOf('(', StringComparison.Ordinal)]
                    : type,
                row => convert(member.GetValue(owner is null ? row : owner.GetValue(row)!))
            );
        }
    }
}
