using System.Net.Http.Json;
using System.Text.Json;
using Flowstate.Host.Tests.Authorisation;
using Flowstate.Testing;
using Npgsql;

namespace Flowstate.Host.Tests.Bombs;

/// <summary>A host in a process of its own, warm, whose memory and tables are looked at while it is bombed.</summary>
public sealed class BombHost : IAsyncLifetime
{
    private RunningHost _host = null!;
    private NpgsqlDataSource _database = null!;

    internal HttpClient Client { get; private set; } = null!;

    /// <summary>The operations that take files.</summary>
    internal List<Operation> Uploads { get; private set; } = [];

    /// <summary>The most memory it ever held, in bytes.</summary>
    internal long Peak => _host.Peak;

    public async ValueTask InitializeAsync()
    {
        _host = await RunningHost.Start(
            "--Limits:UserPerMinute=1000000",
            "--Limits:WorkspacePerMinute=1000000",
            "--Serilog:MinimumLevel:Default=Fatal"
        );
        _database = NpgsqlDataSource.Create(_host.Database);
        Client = _host.Client();
        Client.Timeout = TimeSpan.FromMinutes(5);
        Client.WithToken(await Client.SetUp());
        Uploads =
        [
            .. Operation
                .Of(await Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json"))
                .Where(operation => operation.Upload),
        ];
    }

    /// <summary>Imports there are, and what of them is not whole: fewer bytes than the file had, or bytes of no import. A
    /// finished one keeps none.</summary>
    internal async Task<(long Imports, long Broken)> Kept()
    {
        await using var command = _database.CreateCommand(
            """
            select (select count(*) from contacts.imports),
              (select count(*) from contacts.imports i where finished_at is null and size <>
                (select coalesce(sum(length(bytes)), 0) from contacts.import_chunks c where c.import_id = i.id))
              + (select count(*) from contacts.import_chunks where import_id not in (select id from contacts.imports))
            """
        );
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _database.DisposeAsync();
        await _host.DisposeAsync();
    }
}
