using Flowstate.Abstractions;

namespace Flowstate.Notes.Events;

[EventName("notes.note-written.v1")]
public sealed record NoteWritten(Guid WorkspaceId, Guid NoteId, long Version, DateTimeOffset At, string Text)
    : IIntegrationEvent
{
    Guid IIntegrationEvent.AggregateId => NoteId;
}
