using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Flowstate.Abstractions;

namespace Flowstate.Shared.Messaging;

/// <summary>An event on its way: the same shape in the outbox, on the wire and in the inbox.</summary>
/// <param name="Payload">The event as JSON.</param>
/// <param name="TraceParent">W3C trace context of the request that raised it.</param>
public sealed record EventEnvelope(
    Guid Id,
    string Name,
    Guid Key,
    long Version,
    Guid WorkspaceId,
    string Payload,
    string? TraceParent,
    DateTimeOffset OccurredAt
)
{
    /// <summary>The producing module: the part of the name before the first dot.</summary>
    public string Producer => Name[..Name.IndexOf('.', StringComparison.Ordinal)];
}

/// <summary>A row that exists is not yet relayed; relayed rows are deleted, so an empty table is health.</summary>
public sealed class OutboxMessage
{
    private static readonly ConcurrentDictionary<Type, string> Names = new();

    public long Position { get; private set; }
    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";
    public Guid Key { get; private set; }
    public long Version { get; private set; }
    public Guid WorkspaceId { get; private set; }
    public string Payload { get; private set; } = "";
    public string? TraceParent { get; private set; }
    public DateTimeOffset OccurredAt { get; private set; }

    public static OutboxMessage From(IIntegrationEvent integrationEvent) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Name = NameOf(integrationEvent.GetType()),
            Key = integrationEvent.AggregateId,
            Version = integrationEvent.Version,
            WorkspaceId = integrationEvent.WorkspaceId,
            Payload = JsonSerializer.Serialize(integrationEvent, integrationEvent.GetType(), EventJson.Options),
            TraceParent = Activity.Current?.Id,
            OccurredAt = integrationEvent.At,
        };

    /// <summary>The wire name of an event type; a type without one cannot be raised or heard.</summary>
    public static string NameOf(Type eventType) =>
        Names.GetOrAdd(
            eventType,
            static type =>
                type.GetCustomAttribute<EventNameAttribute>()?.Name is { } name && name.Split('.') is [_, _, ['v', ..]]
                    ? name
                    : throw new InvalidOperationException($"{type.FullName} has no [EventName] module.event-name.vN.")
        );
}

/// <summary>The one JSON dialect of events: camelCase, nulls written, unknown members ignored.</summary>
public static class EventJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);
}
