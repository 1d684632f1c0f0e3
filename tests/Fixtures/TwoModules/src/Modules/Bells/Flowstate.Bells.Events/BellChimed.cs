using Flowstate.Abstractions;

namespace Flowstate.Bells.Events;

[EventName("bells.bell-chimed.v1")]
public sealed record BellChimed(Guid WorkspaceId, Guid ChimeId, long Version, DateTimeOffset At, string Text)
    : IIntegrationEvent
{
    Guid IIntegrationEvent.AggregateId => ChimeId;
}
