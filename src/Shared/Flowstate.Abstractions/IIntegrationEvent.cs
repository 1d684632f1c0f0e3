namespace Flowstate.Abstractions;

/// <summary>
/// A fact that one module tells the others, in the past tense: a sealed record of primitives with an
/// <see cref="EventNameAttribute"/>. It carries what a consumer needs, so that no consumer calls back.
/// Changes are additive; anything else is a new <c>.v2</c> beside it.
/// </summary>
public interface IIntegrationEvent
{
    /// <summary>The workspace in which it happened.</summary>
    Guid WorkspaceId { get; }

    /// <summary>The ordering key: events of one aggregate are handled in the order they were raised.</summary>
    Guid AggregateId { get; }

    /// <summary>The aggregate's version after the change; a consumer drops what is older than its copy.</summary>
    long Version { get; }

    /// <summary>When it happened, UTC.</summary>
    DateTimeOffset At { get; }
}
