using System.Security.Cryptography;
using Flowstate.Contacts;
using Flowstate.Shared.Secrets;
using Flowstate.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Flowstate.Host.Tests.Secrets;

/// <summary>A real module's database, with a person-level table and one behind the wall.</summary>
public sealed class ResealTests : IAsyncLifetime
{
    private static readonly string K1 = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private static readonly SealedColumn People = new("contacts", "people", "secret", "totp");
    private static readonly SealedColumn Channels = new(
        "contacts",
        "channels",
        "secret",
        "channel",
        Workspaces: "select distinct workspace_id from contacts.workspaces"
    );
    private readonly Guid[] _workspaces = [Guid.CreateVersion7(), Guid.CreateVersion7()];
    private ModuleHarness<ContactsModule> _module = null!;
    private SealedValues _now = null!;

    public async ValueTask InitializeAsync()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Secrets:Keys:k1"] = K1,
                    ["Secrets:Keys:k2"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
                    ["Secrets:CurrentKey"] = "k2",
                }
            )
            .Build();
        // The tables are not there yet: the host starts all the same, and says so.
        _module = await ModuleHarness<ContactsModule>.Start(builder =>
            builder
                .Services.Replace(ServiceDescriptor.Singleton(SealingKeys.Load(configuration)))
                .AddSingleton(People)
                .AddSingleton(Channels)
        );
        _now = _module.Services.GetRequiredService<SealedValues>();
        await Execute(
            """
            create table contacts.people (id uuid primary key, secret text);
            create table contacts.channels (workspace_id uuid, id uuid primary key, secret text);
            alter table contacts.channels enable row level security, force row level security;
            create policy w on contacts.channels to flowstate_contacts using (workspace_id = (select contacts.current_workspace()));
            grant select, update on contacts.people, contacts.channels to flowstate_contacts;
            """
        );
        foreach (var workspace in _workspaces)
        {
            await Execute($"insert into contacts.workspaces (workspace_id, version) values ('{workspace}', 1)");
        }
    }

    public ValueTask DisposeAsync() => _module.DisposeAsync();

    [Fact]
    public async Task Every_value_is_sealed_anew_and_still_opens_in_its_row()
    {
        await Insert(People, 1_200, Guid.Empty);
        await Insert(Channels, 30, _workspaces[0]);
        await Insert(Channels, 40, _workspaces[1]);

        await Reseal();

        (await AllOpen(People)).ShouldBe(1_200);
        (await AllOpen(Channels)).ShouldBe(70);
    }

    [Fact]
    public async Task Killed_half_way_it_goes_on_where_it_was()
    {
        await Insert(People, 1_200, Guid.Empty);
        await Execute(
            """
            create sequence contacts.seen; grant usage on sequence contacts.seen to flowstate_contacts;
            create function contacts.kill() returns trigger language plpgsql security definer as $$ begin
              if nextval('contacts.seen') = 700 then perform pg_terminate_backend(pg_backend_pid()); end if; return new; end $$;
            create trigger kill before update on contacts.people for each row execute function contacts.kill();
            """
        );

        await Reseal();
        (await Count("v1:k2:%")).ShouldBe(500);

        await Reseal();
        (await AllOpen(People)).ShouldBe(1_200);
    }

    [Fact]
    public async Task What_cannot_be_opened_stays_and_stops_nobody_else()
    {
        await Insert(People, 600, Guid.Empty);
        await Execute(
            $"update contacts.people set secret = 'v1:k9:AAAA' where id = (select id from contacts.people order by id limit 1)"
        );

        await Reseal();

        (await Count("v1:k2:%")).ShouldBe(599);
        (await Count("v1:k9:%")).ShouldBe(1);
    }

    private async Task Reseal()
    {
        var job = (BackgroundService)
            _module.Services.GetServices<IHostedService>().Single(service => service.GetType().Name == "ResealValues");
        await job.StartAsync(CancellationToken.None);
        await job.ExecuteTask!;
    }

    private async Task Insert(SealedColumn column, int rows, Guid workspace)
    {
        var old = SealedValueTests.Values(("Secrets:Keys:k1", K1));
        var ids = Enumerable.Range(0, rows).Select(_ => Guid.CreateVersion7()).ToArray();
        var secrets = Array.ConvertAll(ids, id => old.Seal(column.Purpose, column.OwnerOf(id), id.ToByteArray()));
        await using var command = _module.Owner.CreateCommand(
            column == People
                ? "insert into contacts.people select * from unnest($1, $2)"
                : $"insert into contacts.channels select '{workspace}', * from unnest($1, $2)"
        );
        command.Parameters.Add(new NpgsqlParameter { Value = ids });
        command.Parameters.Add(new NpgsqlParameter { Value = secrets });
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>How many there are, when each is sealed with the new key and opens to what it was.</summary>
    private async Task<int> AllOpen(SealedColumn column)
    {
        await using var command = _module.Owner.CreateCommand($"select id, secret from contacts.{column.Table}");
        await using var reader = await command.ExecuteReaderAsync();
        var seen = 0;
        for (; await reader.ReadAsync(); seen++)
        {
            var (id, secret) = (reader.GetGuid(0), reader.GetString(1));
            secret.ShouldStartWith("v1:k2:");
            _now.Open(column.Purpose, column.OwnerOf(id), secret).ShouldBe(id.ToByteArray());
        }

        return seen;
    }

    private Task<long> Count(string like) =>
        _module.Scalar<long>($"select count(*) from contacts.people where secret like '{like}'");

    private async Task Execute(string sql)
    {
        await using var command = _module.Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
