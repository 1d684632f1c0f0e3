using Flowstate.Abstractions;

namespace Flowstate.Contacts.Events;

/// <summary>A catalogued fact about a contact, once per client event id. <paramref name="Type"/> is spelled <c>VIDEO_SENT</c>.</summary>
[EventName("contacts.fact-recorded.v1")]
public sealed record FactRecorded(
    Guid WorkspaceId,
    Guid ContactId,
    long Version,
    DateTimeOffset At,
    Guid FactId,
    string Type,
    string Source,
    string? NextStep
) : IIntegrationEvent
{
    Guid IIntegrationEvent.AggregateId => ContactId;
}
