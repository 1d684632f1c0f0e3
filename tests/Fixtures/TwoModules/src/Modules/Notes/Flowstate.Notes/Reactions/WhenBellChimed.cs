using Flowstate.Bells.Events;
using Flowstate.Notes.Domain;
using Flowstate.Notes.Persistence;
using Flowstate.Shared.Messaging;

namespace Flowstate.Notes.Reactions;

internal sealed class WhenBellChimed(NotesDbContext db) : IReaction<BellChimed>
{
    public Task Handle(BellChimed heard, CancellationToken ct)
    {
        db.Add(Note.Write(heard.WorkspaceId, heard.Text, heard.At));
        return Task.CompletedTask;
    }
}
