using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using Flowstate.Abstractions;

namespace Flowstate.Shared.Messaging;

/// <summary>Which reaction of a module hears which event, found once by scanning its assembly.</summary>
public sealed class EventCatalog
{
    private readonly FrozenDictionary<string, Subscription[]> _byEvent;
    private readonly FrozenDictionary<string, Subscription> _byHandler;

    public EventCatalog(Assembly module)
    {
        var subscriptions = ReactionTypes(module)
            .SelectMany(reaction => Heard(reaction).Select(heard => new Subscription(heard, reaction)))
            .ToList();
        _byHandler = subscriptions.ToFrozenDictionary(subscription => subscription.Handler);
        _byEvent = subscriptions
            .GroupBy(subscription => subscription.EventName)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
        Producers = subscriptions
            .Select(subscription => subscription.EventName.Split('.')[0])
            .ToFrozenSet(StringComparer.Ordinal);
    }

    public IReadOnlySet<string> Producers { get; }

    public string[] Handlers => [.. _byHandler.Keys];

    public IReadOnlyList<Subscription> For(string eventName) => _byEvent.GetValueOrDefault(eventName, []);

    public Subscription Handler(string handler) => _byHandler[handler];

    public static IEnumerable<Type> ReactionTypes(Assembly module) =>
        module.GetTypes().Where(type => type is { IsAbstract: false, IsInterface: false } && Heard(type).Any());

    internal static IEnumerable<Type> Heard(Type reaction) =>
        reaction
            .GetInterfaces()
            .Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IReaction<>))
            .Select(face => face.GetGenericArguments()[0]);
}

/// <summary>One event name and the reaction that hears it. The handler's name is part of the inbox key.</summary>
public sealed class Subscription(Type eventType, Type reactionType)
{
    private readonly MethodInfo _handle = typeof(IReaction<>)
        .MakeGenericType(eventType)
        .GetMethod(nameof(IReaction<IIntegrationEvent>.Handle))!;

    private readonly MethodInfo? _handleAll =
        typeof(IBatchReaction<>).MakeGenericType(eventType) is var batch && batch.IsAssignableFrom(reactionType)
            ? batch.GetMethod(nameof(IReaction<IIntegrationEvent>.Handle))
            : null;

    public string EventName { get; } = OutboxMessage.NameOf(eventType);

    public Type ReactionType { get; } = reactionType;

    /// <summary>
    /// The reaction's class name; one that hears several events adds the event's name. Part of the inbox key: under a
    /// new name, rows that still wait go to the dead letters after a day.
    /// </summary>
    public string Handler { get; } =
        EventCatalog.Heard(reactionType).Count() == 1
            ? reactionType.Name
            : $"{reactionType.Name}:{OutboxMessage.NameOf(eventType)}";

    /// <summary>Several at once where the reaction can, else one after the other with a save after each.</summary>
    public async Task Run(object reaction, IReadOnlyList<string> payloads, Func<Task> save, CancellationToken ct)
    {
        if (_handleAll is not null)
        {
            var all = Array.CreateInstance(eventType, payloads.Count);
            for (var n = 0; n < payloads.Count; n++)
            {
                all.SetValue(Read(payloads[n]), n);
            }

            await Invoke(_handleAll, reaction, all, ct);
            await save();
            return;
        }

        foreach (var payload in payloads)
        {
            await Invoke(_handle, reaction, Read(payload), ct);
            await save();
        }
    }

    private object Read(string payload) =>
        JsonSerializer.Deserialize(payload, eventType, EventJson.Options)
        ?? throw new JsonException($"{EventName} was null.");

    private static Task Invoke(MethodInfo handle, object reaction, object heard, CancellationToken ct) =>
        (Task)handle.Invoke(reaction, BindingFlags.DoNotWrapExceptions, null, [heard, ct], null)!;
}
