using System.Data.Common;
using System.Net;
using Flowstate.Identity.Persistence;
using Flowstate.Shared.Realtime;
using Flowstate.Testing;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Identity.Tests.Features;

/// <summary>An open live connection ends with what let it in, and not when its token would.</summary>
public sealed class LiveStandingTests : IdentityTest
{
    private const string Mira = "mira@nordlys.example";
    private const string Tom = "tom@nordlys.example";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_session_ended_on_one_host_closes_its_connection_to_the_other()
    {
        await using var hosts = await TwoHosts.Start();
        var desk = new Visitor(hosts.One);
        await desk.Post("setup", Setup).Json(HttpStatusCode.Created);
        var phone = new Visitor(hosts.Other);
        await phone.SignIn(Email, Password).Json();
        await using var stays = await Listener.Of(desk, hosts.Other);
        await using var ends = await Listener.Of(phone, hosts.Other);

        await desk.Delete("sessions");

        await ends.Closed.WaitAsync(Patience, TestContext.Current.CancellationToken);
        // Whoever is asked about later in the round is asked about in the next two as well.
        await Task.Delay(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        stays.Closed.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Who_is_disabled_hears_no_more()
    {
        var owner = await Owner();
        var id = await Second.Member(Host, Mira, "rep");
        await using var mira = await ListenerOfMira();

        await owner.Delete($"members/{id}");

        await Ends(mira);
    }

    [Fact]
    public async Task Whose_role_is_taken_hears_no_more_what_it_let_them_hear()
    {
        var owner = await Owner();
        var id = await Second.Member(Host, Mira, "admin");
        await using var mira = await ListenerOfMira();
        Host.Clock.Advance(TimeSpan.FromSeconds(4));
        await Task.Delay(300, TestContext.Current.CancellationToken);
        mira.Closed.IsCompleted.ShouldBeFalse();

        await owner.Patch($"members/{id}", new { role = "rep" }, "\"1\"").Json();

        await Ends(mira);
    }

    [Fact]
    public async Task One_that_cannot_be_asked_about_keeps_no_other_open()
    {
        var lost = new Lost();
        await using var host = await ModuleHarness<IdentityModule>.Start(builder =>
            builder.Services.ConfigureDbContext<IdentityDbContext>(options => options.AddInterceptors(lost))
        );
        var owner = new Visitor(host.Address);
        await owner.Post("setup", Setup).Json(HttpStatusCode.Created);
        var (mira, tom) = (await Second.Member(host, Mira, "rep"), await Second.Member(host, Tom, "rep"));
        await using var unknown = await ListenerOf(Mira, host);
        await using var ends = await ListenerOf(Tom, host);
        lost.About = mira;
        await owner.Delete($"members/{mira}");
        for (var patience = 0; patience < 50 && lost.Times == 0; patience++)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(2));
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        lost.Times.ShouldBeGreaterThan(0);
        await owner.Delete($"members/{tom}");

        await Ends(ends, host);
        unknown.Closed.IsCompleted.ShouldBeFalse();
        lost.About = Guid.Empty;
        await Ends(unknown, host);
    }

    private Task<Listener> ListenerOfMira() => ListenerOf(Mira, Host);

    private static async Task<Listener> ListenerOf(string email, ModuleHarness<IdentityModule> host)
    {
        var member = new Visitor(host.Address);
        await member.SignIn(email, Password).Json();
        return await Listener.Of(member, host.Address);
    }

    private Task Ends(Listener listener) => Ends(listener, Host);

    private static async Task Ends(Listener listener, ModuleHarness<IdentityModule> host)
    {
        for (var patience = 0; patience < 50 && !listener.Closed.IsCompleted; patience++)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(2));
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        listener.Closed.IsCompleted.ShouldBeTrue();
    }

    /// <summary>Answers what is asked about one person as a driver does that gave up.</summary>
    private sealed class Lost : DbCommandInterceptor
    {
        private int _times;

        public Guid About { get; set; }

        public int Times => Volatile.Read(ref _times);

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            if (
                command.CommandText.Contains("ended_at IS NULL", StringComparison.Ordinal)
                && command.Parameters.Cast<DbParameter>().Any(parameter => parameter.Value is Guid id && id == About)
            )
            {
                Interlocked.Increment(ref _times);
                throw new OperationCanceledException("The query was given up.");
            }

            return ValueTask.FromResult(result);
        }
    }

    private sealed class Listener : IAsyncDisposable
    {
        private readonly HubConnection _connection;
        private readonly TaskCompletionSource _closed = new();

        private Listener(HubConnection connection)
        {
            _connection = connection;
            connection.Closed += _ =>
            {
                _closed.TrySetResult();
                return Task.CompletedTask;
            };
        }

        public Task Closed => _closed.Task;

        public static async Task<Listener> Of(Visitor visitor, Uri host)
        {
            var connection = new HubConnectionBuilder()
                .WithUrl(
                    new Uri(host, LiveHub.Path),
                    options => options.AccessTokenProvider = () => Task.FromResult(visitor.AccessToken)
                )
                .Build();
            var listener = new Listener(connection);
            await connection.StartAsync(TestContext.Current.CancellationToken);
            return listener;
        }

        public ValueTask DisposeAsync() => _connection.DisposeAsync();
    }
}
