using Flowstate.Bells.Domain;
using Flowstate.Bells.Persistence;
using Flowstate.Notes.Events;
using Flowstate.Shared.Messaging;

namespace Flowstate.Bells.Reactions;

internal sealed class WhenNoteWritten(BellsDbContext db) : IReaction<NoteWritten>
{
    public Task Handle(NoteWritten heard, CancellationToken ct)
    {
        db.Add(Chime.Ring(heard.WorkspaceId, heard.Text, heard.At));
        return Task.CompletedTask;
    }
}
