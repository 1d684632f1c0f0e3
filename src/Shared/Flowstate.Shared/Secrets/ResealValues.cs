using System.Security.Cryptography;
using Flowstate.Shared.Messaging;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Flowstate.Shared.Secrets;

/// <summary>A column of sealed values. Each is sealed for its purpose and <see cref="OwnerOf"/> its row.</summary>
/// <param name="Workspaces">Where rows belong to workspaces: the statement that lists them.</param>
public sealed record SealedColumn(
    string Schema,
    string Table,
    string Column,
    string Purpose,
    string Key = "id",
    string? Workspaces = null
)
{
    public string OwnerOf(Guid id) => $"{Schema}.{Table}/{id}";
}

/// <summary>
/// After a change of <c>Secrets:CurrentKey</c>, seals the old values anew at the start: 500 in a transaction, by key. What is done
/// shows in the values themselves, so that a killed host goes on where it was.
/// </summary>
internal sealed class ResealValues(
    IEnumerable<SealedColumn> columns,
    IEnumerable<ModuleDatabase> databases,
    SealedValues values,
    ILogger<ResealValues> log
) : BackgroundService
{
    private const int Batch = 500;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var column in columns)
        {
            try
            {
                await Reseal(column, databases.Single(one => one.Schema == column.Schema), stoppingToken);
            }
            catch (Exception broken) when (broken is not OperationCanceledException)
            {
                log.LogError(broken, "{Table} goes on at the next start; keep the old key until then", column.Table);
            }
        }
    }

    private async Task Reseal(SealedColumn at, ModuleDatabase database, CancellationToken ct)
    {
        List<(Guid Id, string)> everybody = [(Guid.Empty, "")];
        foreach (var (workspace, _) in at.Workspaces is { } sql ? await Read(database.Everywhere(sql), ct) : everybody)
        {
            var rows = await Old(at, database, workspace, Guid.Empty, ct);
            while (rows.Count > 0)
            {
                await Reseal(at, database, workspace, rows, ct);
                rows = await Old(at, database, workspace, rows[^1].Id, ct);
            }
        }
    }

    private async Task<List<(Guid Id, string Value)>> Old(
        SealedColumn at,
        ModuleDatabase database,
        Guid workspace,
        Guid after,
        CancellationToken ct
    )
    {
        var sql = $"""
            select {at.Key}, {at.Column} from {at.Schema}.{at.Table}
            where {at.Key} > $1 and not starts_with({at.Column}, $2) order by 1 limit {Batch}
            """;
        return await Read(
            database.Inside(workspace, sql, new() { Value = after }, new() { Value = values.CurrentPrefix }),
            ct
        );
    }

    // Only where the value is still the one that was read: whoever changed it meanwhile sealed it with the current key.
    private async Task Reseal(
        SealedColumn at,
        ModuleDatabase database,
        Guid workspace,
        List<(Guid Id, string Value)> rows,
        CancellationToken ct
    )
    {
        var fresh = rows.ConvertAll(row => Fresh(at, row.Id, row.Value));
        var sql = $"""
            update {at.Schema}.{at.Table} t set {at.Column} = n.fresh
            from unnest($1, $2, $3) n(id, old, fresh) where t.{at.Key} = n.id and t.{at.Column} = n.old
            """;
        await using var batch = database.Inside(
            workspace,
            sql,
            new() { Value = rows.ConvertAll(row => row.Id) },
            new() { Value = rows.ConvertAll(row => row.Value) },
            new() { Value = fresh }
        );
        await batch.ExecuteNonQueryAsync(ct);
        log.LogInformation("{Count} values of {Table} were sealed anew", rows.Count, at.Table);
    }

    private string Fresh(SealedColumn at, Guid id, string old)
    {
        try
        {
            return values.Seal(at.Purpose, at.OwnerOf(id), values.Open(at.Purpose, at.OwnerOf(id), old));
        }
        catch (CryptographicException unreadable)
        {
            log.LogError(unreadable, "{Owner} cannot be sealed anew", at.OwnerOf(id));
            return old;
        }
    }

    private static async Task<List<(Guid Id, string Value)>> Read(NpgsqlBatch batch, CancellationToken ct)
    {
        var rows = new List<(Guid, string)>();
        await using (batch)
        {
            await using var reader = await batch.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                rows.Add((reader.GetGuid(0), reader.FieldCount > 1 ? reader.GetString(1) : ""));
            }
        }

        return rows;
    }
}
