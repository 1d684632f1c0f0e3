using Flowstate.Abstractions;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Messaging;
using Flowstate.Shared.Modules;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace Flowstate.Testing;

/// <summary>
/// Boots one module alone, with everything real but the transport: HTTP, PostgreSQL, roles, relay, inbox, jobs.
/// A module that cannot boot here cannot be extracted.
/// </summary>
public sealed class ModuleHarness<TModule> : IAsyncDisposable
    where TModule : IModule, new()
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly ModuleTemplate Template = new(typeof(TModule).Name, [new TModule()]);
    private readonly WebApplication _app;

    private ModuleHarness(WebApplication app, string ownerConnection, FakeTimeProvider clock)
    {
        (_app, Clock) = (app, clock);
        Owner = NpgsqlDataSource.Create(ownerConnection);
        Address = new Uri(app.Urls.First());
        Told = (EventProbe)app.Services.GetRequiredService<IEventTransport>();
    }

    public Uri Address { get; }

    /// <summary>Stands still until it is moved; starts at the machine's time.</summary>
    public FakeTimeProvider Clock { get; }

    /// <summary>What the module told the world.</summary>
    public EventProbe Told { get; }

    /// <summary>The database as its owner: for looking behind the module's back, never for the module's own work.</summary>
    public NpgsqlDataSource Owner { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<ModuleHarness<TModule>> Start(Action<WebApplicationBuilder>? configure = null)
    {
        var connection = await Template.NewDatabase();
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var builder = ModuleTemplate.Builder(connection, [new TModule()]);
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
        builder.Services.Replace(ServiceDescriptor.Singleton<IEventTransport, EventProbe>());
        configure?.Invoke(builder);
        var app = builder.Build();
        app.UsePlatform().MapModules();
        await app.StartAsync();
        return new ModuleHarness<TModule>(app, connection, clock);
    }

    public HttpClient Anonymous() => new() { BaseAddress = Address };

    public HttpClient As(TestMember member) => Anonymous().WithToken(Token(member));

    public string Token(TestMember member, DateTime? expires = null) =>
        TestTokens.Issue(
            member,
            Services.GetRequiredService<TokenKeys>(),
            member.Permissions
                ?? Services.GetRequiredService<PermissionCatalog>().All.Select(permission => permission.Name),
            expires
        );

    /// <summary>A scope inside a workspace, for asking the module's own context.</summary>
    public AsyncServiceScope Scope(Guid workspaceId)
    {
        var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Enter(workspaceId);
        return scope;
    }

    /// <summary>Lets the module hear events, as the transport would, and waits until its reactions are done with them.</summary>
    public Task Hear(params IIntegrationEvent[] events) => HearEnvelopes([.. events.Select(Envelope)]);

    public async Task HearEnvelopes(IReadOnlyList<EventEnvelope> envelopes)
    {
        var inbox = Services.GetRequiredService<IInbox>();
        await inbox.Accept(envelopes, CancellationToken.None);
        await InboxDrained();
    }

    /// <summary>Waits until no row of the inbox is waiting; a dead letter fails the test with its error.</summary>
    public async Task InboxDrained()
    {
        var module = new TModule().Name;
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            await using var command = Owner.CreateCommand(
                $"select count(*) filter (where done_at is null and dead_at is null), max(last_error) from {module}.inbox"
            );
            await using var reader = await command.ExecuteReaderAsync();
            await reader.ReadAsync();
            var (waiting, error) = (reader.GetInt64(0), await reader.IsDBNullAsync(1) ? null : reader.GetString(1));
            if (waiting == 0 && error is null)
            {
                return;
            }

            if (error is not null || limit.IsCancellationRequested)
            {
                throw new InvalidOperationException($"{waiting} rows of {module}.inbox wait; {error ?? "no error"}");
            }

            await Task.Delay(10);
        }
    }

    public static EventEnvelope Envelope(IIntegrationEvent integrationEvent)
    {
        var message = OutboxMessage.From(integrationEvent);
        return new EventEnvelope(
            message.Id,
            message.Name,
            message.Key,
            message.Version,
            message.WorkspaceId,
            message.Payload,
            message.TraceParent,
            message.OccurredAt
        );
    }

    /// <summary>One value, asked as the owner of the database.</summary>
    public async Task<T> Scalar<T>(string sql)
    {
        await using var command = Owner.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>A statement, or several, as the owner of the database.</summary>
    public async Task Execute(string sql)
    {
        await using var command = Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await Owner.DisposeAsync();
    }
}
