using System.Collections.Concurrent;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Realtime;
using Flowstate.Testing;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Messaging.Tests;

public class LiveUpdateTests
{
    [Fact]
    public async Task A_burst_is_drawn_together_and_the_last_change_of_every_burst_is_told()
    {
        await using var books = await Books.Open();
        await using var node = await books.StartNode();
        var member = TestMember.New() with { WorkspaceId = books.Workspace };
        var keys = node.Services.GetRequiredService<TokenKeys>();
        ConcurrentQueue<LiveChange> heard = new(),
            veiled = new(),
            foreign = new();
        await using var browser = await Listen(member, heard);
        await using var rep = await Listen(member.Colleague(), veiled);
        await using var stranger = await Listen(TestMember.New(), foreign);
        var live = node.Services.GetRequiredService<LiveUpdates>();

        var end = TimeProvider.System.GetUtcNow().AddSeconds(2);
        var changes = 0;
        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ =>
                    Task.Run(() =>
                    {
                        while (TimeProvider.System.GetUtcNow() < end)
                        {
                            live.Changed(books.Workspace, "meters", "meter", Guid.CreateVersion7());
                            Interlocked.Increment(ref changes);
                        }
                    })
                )
        );
        await Heard(message => message.Module == "meters");
        await Task.Delay(300, TestContext.Current.CancellationToken);
        heard.Count.ShouldBeInRange(2, 25);
        changes.ShouldBeGreaterThan(1000);

        // Whatever raced above, the next change is told.
        var id = Guid.CreateVersion7();
        live.Changed(books.Workspace, "meters", "meter", id);
        await Heard(message => message.Id == id);
        foreign.ShouldBeEmpty();
        // A rep hears that something changed, not whose.
        veiled.ShouldNotBeEmpty();
        veiled.ShouldAllBe(change => change.Id == null);
        // Not only disposed: connections that are open would find no services any more, and say so in the log.
        await node.StopAsync(TestContext.Current.CancellationToken);

        async Task<HubConnection> Listen(TestMember who, ConcurrentQueue<LiveChange> into)
        {
            var connection = new HubConnectionBuilder()
                .WithUrl(
                    new Uri(new Uri(node.Urls.First()), LiveHub.Path),
                    options =>
                        options.AccessTokenProvider = () => Task.FromResult<string?>(TestTokens.Issue(who, keys, []))
                )
                .Build();
            connection.On<LiveChange>("changed", into.Enqueue);
            await connection.StartAsync(TestContext.Current.CancellationToken);
            return connection;
        }

        async Task Heard(Func<LiveChange, bool> what)
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            while (!heard.Any(what))
            {
                await Task.Delay(20, limit.Token);
            }
        }
    }
}
