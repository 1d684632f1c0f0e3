namespace Flowstate.Shared.Messaging;

/// <summary>The seam between modules: in one process, or over Redis Streams when a module lives elsewhere.</summary>
public interface IEventTransport
{
    /// <summary>Hands a batch of one producer, in order, to everybody who subscribed. Returns once it is safe.</summary>
    Task Publish(IReadOnlyList<EventEnvelope> envelopes, CancellationToken ct);
}

/// <summary>Where a module takes events in: idempotent, so a batch may be offered any number of times.</summary>
public interface IInbox
{
    /// <summary>The module's schema name.</summary>
    string Module { get; }

    /// <summary>Modules whose events this one hears.</summary>
    IReadOnlySet<string> Producers { get; }

    Task Accept(IReadOnlyList<EventEnvelope> envelopes, CancellationToken ct);
}

/// <summary>What a module does when it hears an event: own-schema writes and own events, in one transaction.</summary>
public interface IReaction<in TEvent>
    where TEvent : Abstractions.IIntegrationEvent
{
    Task Handle(TEvent heard, CancellationToken ct);
}

/// <summary>
/// A reaction that takes several events at once, each of another aggregate and all of one workspace, where many wait: one
/// statement for all is far cheaper than one for each.
/// </summary>
public interface IBatchReaction<in TEvent> : IReaction<TEvent>
    where TEvent : Abstractions.IIntegrationEvent
{
    Task Handle(IReadOnlyList<TEvent> heard, CancellationToken ct);

    Task IReaction<TEvent>.Handle(TEvent heard, CancellationToken ct) => Handle([heard], ct);
}
