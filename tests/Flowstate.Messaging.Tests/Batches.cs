using System.Collections.Concurrent;
using Flowstate.Meters;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Messaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Messaging.Tests;

/// <summary>Many facts in one event, raised through the outbox.</summary>
internal static class Batches
{
    public static async Task Raise(Books books, Guid[] meters, long number)
    {
        await using var scope = books.Writer.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Enter(books.Workspace);
        var db = scope.ServiceProvider.GetRequiredService<MetersDbContext>();
        db.Raise(new MetersCounted(books.Workspace, books.Workspace, number, TimeProvider.System.GetUtcNow(), meters));
        await db.SaveChangesAsync();
    }

    /// <summary>Notes how many events each relay round carries.</summary>
    public static void Weighed(WebApplicationBuilder builder)
    {
        ConcurrentQueue<int> rounds = new();
        builder.Services.AddSingleton(rounds);
        builder.Services.AddSingleton<IEventTransport>(provider => new WeighedTransport(
            provider.GetServices<IInbox>(),
            rounds
        ));
    }

    private sealed class WeighedTransport(IEnumerable<IInbox> inboxes, ConcurrentQueue<int> rounds) : IEventTransport
    {
        public async Task Publish(IReadOnlyList<EventEnvelope> envelopes, CancellationToken ct)
        {
            rounds.Enqueue(envelopes.Count);
            foreach (var inbox in inboxes)
            {
                await inbox.Accept(envelopes, ct);
            }
        }
    }
}
