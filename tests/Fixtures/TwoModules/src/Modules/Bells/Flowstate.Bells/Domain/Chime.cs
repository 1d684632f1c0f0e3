using Flowstate.Bells.Events;
using Flowstate.Shared.Persistence;

namespace Flowstate.Bells.Domain;

internal sealed class Chime : Entity
{
    private Chime() { }

    public string Text { get; private set; } = "";

    public static Chime Ring(Guid workspaceId, string text, DateTimeOffset now)
    {
        var chime = new Chime
        {
            Id = Guid.CreateVersion7(),
            WorkspaceId = workspaceId,
            Text = text,
        };
        chime.Raise(new BellChimed(chime.WorkspaceId, chime.Id, chime.Version, now, text));
        return chime;
    }
}
