using System.Data;
using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Flowstate.Shared.Persistence;

/// <summary>
/// Hand-written reads, behind the workspace's wall like all others. Past EF's query pipeline, which builds such a command
/// anew each time and costs a third of a page of contacts.
/// </summary>
public static class SqlRows
{
    /// <summary>
    /// The rows of one statement; a property is filled by the column of its name in snake case. One that also writes needs a
    /// transaction around it, whose beginning says who asks.
    /// </summary>
    public static async Task<List<TRow>> Rows<TRow>(
        this ModuleDbContext db,
        string sql,
        IEnumerable<NpgsqlParameter> parameters,
        CancellationToken ct
    )
        where TRow : class, new()
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var opens = connection.State == ConnectionState.Closed;
        if (opens)
        {
            await connection.OpenAsync(ct);
        }

        try
        {
            var transaction = (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
            await using var command = new NpgsqlCommand(sql, connection, transaction);
            foreach (var parameter in parameters)
            {
                command.Parameters.Add(parameter);
            }

            WorkspaceWall.Enter(command, db, writes: false);
            await using var reader = await command.ExecuteReaderAsync(ct);
            var columns = Array.ConvertAll(Row<TRow>.Columns, reader.GetOrdinal);
            List<TRow> rows = [];
            while (await reader.ReadAsync(ct))
            {
                rows.Add(Row<TRow>.Read(reader, columns));
            }

            return rows;
        }
        finally
        {
            if (opens)
            {
                await connection.CloseAsync();
            }
        }
    }

    private static class Row<TRow>
        where TRow : class, new()
    {
        private static readonly System.Reflection.PropertyInfo[] Properties = typeof(TRow).GetProperties();

        public static readonly string[] Columns = Array.ConvertAll(
            Properties,
            property => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name)
        );

        public static readonly Func<NpgsqlDataReader, int[], TRow> Read = Compile();

        private static Func<NpgsqlDataReader, int[], TRow> Compile()
        {
            var reader = Expression.Parameter(typeof(NpgsqlDataReader));
            var columns = Expression.Parameter(typeof(int[]));
            var filled = Properties.Select(
                (property, index) =>
                    Expression.Bind(
                        property,
                        Expression.Call(
                            typeof(Row<TRow>),
                            nameof(Value),
                            [property.PropertyType],
                            reader,
                            Expression.ArrayIndex(columns, Expression.Constant(index))
                        )
                    )
            );
            var row = Expression.MemberInit(Expression.New(typeof(TRow)), filled);
            return Expression.Lambda<Func<NpgsqlDataReader, int[], TRow>>(row, reader, columns).Compile();
        }

        private static T? Value<T>(NpgsqlDataReader reader, int column) =>
            default(T) is null && reader.IsDBNull(column) ? default : reader.GetFieldValue<T>(column);
    }
}
