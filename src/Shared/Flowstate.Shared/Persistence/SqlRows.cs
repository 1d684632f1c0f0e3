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
    public static Task<List<TRow>> Rows<TRow>(
        this ModuleDbContext db,
        string sql,
        IEnumerable<NpgsqlParameter> parameters,
        CancellationToken ct
    )
        where TRow : class, new() => db.Run(sql, parameters, reader => Next<TRow>(reader, ct), ct);

    /// <summary>The same for three statements, sent at once.</summary>
    public static Task<(List<T1>, List<T2>, List<T3>)> Rows<T1, T2, T3>(
        this ModuleDbContext db,
        string sql,
        IEnumerable<NpgsqlParameter> parameters,
        CancellationToken ct
    )
        where T1 : class, new()
        where T2 : class, new()
        where T3 : class, new() =>
        db.Run(
            sql,
            parameters,
            async reader => (await Next<T1>(reader, ct), await Next<T2>(reader, ct), await Next<T3>(reader, ct)),
            ct
        );

    private static async Task<TResult> Run<TResult>(
        this ModuleDbContext db,
        string sql,
        IEnumerable<NpgsqlParameter> parameters,
        Func<NpgsqlDataReader, Task<TResult>> read,
        CancellationToken ct
    )
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
            return await read(reader);
        }
        finally
        {
            if (opens)
            {
                await connection.CloseAsync();
            }
        }
    }

    private static async Task<List<TRow>> Next<TRow>(NpgsqlDataReader reader, CancellationToken ct)
        where TRow : class, new()
    {
        var columns = Array.ConvertAll(Row<TRow>.Columns, reader.GetOrdinal);
        List<TRow> rows = [];
        while (await reader.ReadAsync(ct))
        {
            rows.Add(Row<TRow>.Read(reader, columns));
        }

        await reader.NextResultAsync(ct);
        return rows;
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
