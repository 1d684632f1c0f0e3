using System.Globalization;
using Npgsql;

namespace Flowstate.Host.Tests.Authorisation;

/// <summary>The workspace that is reached for: which ids are there, and whether a row of it changed.</summary>
internal sealed class Victim : IAsyncDisposable
{
    // Written by the platform while it refuses, or on its own time.
    private static readonly string[] NotEffects =
    [
        "audit",
        "audit_seals",
        "inbox",
        "outbox",
        "duplicate_scans",
        "duplicate_pairs",
    ];

    private readonly NpgsqlDataSource _database;
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    private Victim(NpgsqlDataSource database) => _database = database;

    public string WorkspaceId { get; private set; } = "";

    public static async Task<Victim> In(string connection)
    {
        var victim = new Victim(NpgsqlDataSource.Create(connection));
        victim.WorkspaceId = (await victim.Text("select workspace_id::text from identity.workspaces limit 1"))!;
        foreach (var table in await victim.Tables("id"))
        {
            if (await victim.Text($"select id::text from {table} order by id limit 1") is { } id)
            {
                victim._ids.TryAdd(table[(table.IndexOf('.', StringComparison.Ordinal) + 1)..], id);
            }
        }

        return victim;
    }

    /// <summary>An id of the victim for a place in a path; one of nobody where it has none of the kind.</summary>
    public string Id(string parent, string name) =>
        name switch
        {
            "stage" => "lead",
            "contactId" => _ids["contacts"],
            _ => _ids.GetValueOrDefault(parent.Replace('-', '_')) ?? Guid.CreateVersion7().ToString(),
        };

    public bool Knows(string text) =>
        text.Contains(WorkspaceId, StringComparison.Ordinal)
        || _ids.Values.Any(id => text.Contains(id, StringComparison.Ordinal));

    /// <summary>Per table, how many rows and which transactions wrote them last.</summary>
    public async Task<Dictionary<string, string>> Rows()
    {
        Dictionary<string, string> rows = new(StringComparer.Ordinal);
        foreach (var table in await Tables(null))
        {
            rows[table] = (await Text($"select count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0) from {table}"))!;
        }

        return rows;
    }

    public static string Differences(Dictionary<string, string> before, Dictionary<string, string> after) =>
        string.Join(
            ", ",
            after.Where(table => before.GetValueOrDefault(table.Key) != table.Value).Select(table => table.Key)
        );

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private async Task<List<string>> Tables(string? column)
    {
        await using var command = _database.CreateCommand(
            """
            select table_schema || '.' || table_name from information_schema.tables t
            where table_schema in ('identity', 'contacts', 'campaigns', 'intelligence') and table_type = 'BASE TABLE'
              and not table_name = any($1) and table_name not like 'audit\_%' and ($2::text is null or exists (
                select from information_schema.columns c where c.table_schema = t.table_schema
                  and c.table_name = t.table_name and c.column_name = $2))
            order by 1
            """
        );
        command.Parameters.Add(new() { Value = NotEffects });
        command.Parameters.Add(
            new() { Value = (object?)column ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text }
        );
        List<string> tables = [];
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            tables.Add(reader.GetString(0));
        }

        return tables;
    }

    private async Task<string?> Text(string sql)
    {
        await using var command = _database.CreateCommand(sql);
        return
            Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture) is { Length: > 0 } text
            ? text
            : null;
    }
}
