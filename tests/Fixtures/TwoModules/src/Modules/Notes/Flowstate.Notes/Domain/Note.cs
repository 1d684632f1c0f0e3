using Flowstate.Notes.Events;
using Flowstate.Shared.Persistence;

namespace Flowstate.Notes.Domain;

internal sealed class Note : Entity
{
    private Note() { }

    public string Text { get; private set; } = "";

    public static Note Write(Guid workspaceId, string text, DateTimeOffset now)
    {
        var note = new Note
        {
            Id = Guid.CreateVersion7(),
            WorkspaceId = workspaceId,
            Text = text,
        };
        note.Raise(new NoteWritten(note.WorkspaceId, note.Id, note.Version, now, text));
        return note;
    }
}
