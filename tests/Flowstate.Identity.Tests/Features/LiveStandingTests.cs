using System.Net;
using Flowstate.Shared.Realtime;
using Flowstate.Testing;
using Microsoft.AspNetCore.SignalR.Client;

namespace Flowstate.Identity.Tests.Features;

/// <summary>An open live connection ends with what let it in, and not when its token would.</summary>
public sealed class LiveStandingTests : IdentityTest
{
    private const string Mira = "mira@nordlys.example";
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

    private async Task<Listener> ListenerOfMira()
    {
        var mira = Visitor();
        await mira.SignIn(Mira, Password).Json();
        return await Listener.Of(mira, Host.Address);
    }

    private async Task Ends(Listener listener)
    {
        for (var patience = 0; patience < 50 && !listener.Closed.IsCompleted; patience++)
        {
            Host.Clock.Advance(TimeSpan.FromSeconds(2));
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        listener.Closed.IsCompleted.ShouldBeTrue();
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
