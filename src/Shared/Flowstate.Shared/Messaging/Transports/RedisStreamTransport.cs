using System.Globalization;
using StackExchange.Redis;

namespace Flowstate.Shared.Messaging.Transports;

/// <summary>Modules in several services: one stream per producing module, one consumer group per hearing module.</summary>
internal sealed class RedisStreamTransport(IConnectionMultiplexer redis) : IEventTransport
{
    public static RedisKey Stream(string producer) => $"flowstate:events:{producer}";

    public async Task Publish(IReadOnlyList<EventEnvelope> envelopes, CancellationToken ct)
    {
        // All or nothing: of single commands a later one could get through where an earlier one is lost, out of order.
        var whole = redis.GetDatabase().CreateTransaction();
        var added = envelopes
            .Select(envelope => whole.StreamAddAsync(Stream(envelope.Producer), Write(envelope)))
            .ToList();
        if (!await whole.ExecuteAsync().WaitAsync(ct))
        {
            throw new RedisException("The events were not added to their stream.");
        }

        await Task.WhenAll(added).WaitAsync(ct);
    }

    public static EventEnvelope Read(StreamEntry entry)
    {
        var fields = entry.Values.ToDictionary(value => (string)value.Name!, value => value.Value);
        return new EventEnvelope(
            Guid.Parse((string)fields["id"]!),
            (string)fields["name"]!,
            Guid.Parse((string)fields["key"]!),
            (long)fields["version"],
            Guid.Parse((string)fields["workspace"]!),
            (string)fields["payload"]!,
            fields.TryGetValue("traceparent", out var trace) ? (string?)trace : null,
            DateTimeOffset.Parse((string)fields["at"]!, CultureInfo.InvariantCulture)
        );
    }

    private static NameValueEntry[] Write(EventEnvelope envelope)
    {
        List<NameValueEntry> fields =
        [
            new("id", envelope.Id.ToString()),
            new("name", envelope.Name),
            new("key", envelope.Key.ToString()),
            new("version", envelope.Version),
            new("workspace", envelope.WorkspaceId.ToString()),
            new("payload", envelope.Payload),
            new("at", envelope.OccurredAt.ToString("O", CultureInfo.InvariantCulture)),
        ];
        if (envelope.TraceParent is { } trace)
        {
            fields.Add(new("traceparent", trace));
        }

        return [.. fields];
    }
}
