using Flowstate.Shared.Persistence;
using Npgsql;

namespace Flowstate.Contacts.Persistence;

/// <summary>The module's hand-written reads. <c>@ws</c> and <c>@me</c> are always there.</summary>
internal static class SqlReads
{
    public static Task<List<TRow>> Read<TRow>(
        this ContactsDbContext db,
        string sql,
        CancellationToken ct,
        params (string Name, object Value)[] parameters
    )
        where TRow : class, new() => db.Rows<TRow>(sql, db.Parameters(parameters), ct);

    public static NpgsqlParameter[] Parameters(
        this ContactsDbContext db,
        params (string Name, object Value)[] parameters
    ) =>
        [
            new NpgsqlParameter("ws", db.User.WorkspaceId),
            new NpgsqlParameter("me", db.User.MemberId ?? Guid.Empty),
            .. parameters.Select(parameter => new NpgsqlParameter(parameter.Name, parameter.Value)),
        ];
}
