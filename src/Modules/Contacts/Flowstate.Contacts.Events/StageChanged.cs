using Flowstate.Abstractions;

namespace Flowstate.Contacts.Events;

/// <summary>A contact moved in the pipeline. Stages are canonical codes; a forced move carries its reason.</summary>
[EventName("contacts.stage-changed.v1")]
public sealed record StageChanged(
    Guid WorkspaceId,
    Guid ContactId,
    long Version,
    DateTimeOffset At,
    string From,
    string To,
    bool Forced,
    string? Reason,
    Guid? ByMemberId
) : IIntegrationEvent
{
    Guid IIntegrationEvent.AggregateId => ContactId;
}
