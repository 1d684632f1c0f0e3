using System.Collections.Concurrent;
using System.Text.Json;
using Flowstate.Abstractions;
using Flowstate.Shared.Messaging;

namespace Flowstate.Testing;

/// <summary>The transport of a module under test: keeps what the module told the world, in order.</summary>
public sealed class EventProbe : IEventTransport
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly ConcurrentQueue<EventEnvelope> _told = new();

    public IReadOnlyList<EventEnvelope> Told => [.. _told];

    public Task Publish(IReadOnlyList<EventEnvelope> envelopes, CancellationToken ct)
    {
        foreach (var envelope in envelopes)
        {
            _told.Enqueue(envelope);
        }

        return Task.CompletedTask;
    }

    public IReadOnlyList<TEvent> All<TEvent>()
        where TEvent : IIntegrationEvent =>
        [
            .. _told
                .Where(envelope => envelope.Name == OutboxMessage.NameOf(typeof(TEvent)))
                .Select(envelope => JsonSerializer.Deserialize<TEvent>(envelope.Payload, EventJson.Options)!),
        ];

    /// <summary>Waits until at least so many events of the type that match were told.</summary>
    public async Task<IReadOnlyList<TEvent>> Wait<TEvent>(int count = 1, Func<TEvent, bool>? where = null)
        where TEvent : IIntegrationEvent
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            var matching = All<TEvent>().Where(heard => where?.Invoke(heard) ?? true).ToList();
            if (matching.Count >= count)
            {
                return matching;
            }

            if (limit.IsCancellationRequested)
            {
                throw new TimeoutException(
                    $"Waited for {count} × {OutboxMessage.NameOf(typeof(TEvent))}, saw: {string.Join(", ", _told.Select(e => e.Name))}"
                );
            }

            await Task.Delay(10);
        }
    }
}
