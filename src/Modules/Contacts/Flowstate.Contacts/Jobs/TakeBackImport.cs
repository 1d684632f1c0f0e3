using Flowstate.Contacts.Imports;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Realtime;

namespace Flowstate.Contacts.Jobs;

/// <summary>
/// Runs the undo of an import, a chunk of rows in a transaction. Killed at any point, or run by two hosts at once, it takes
/// every row back once.
/// </summary>
internal sealed class TakeBackImport(ContactsDbContext db, CurrentUser user, LiveUpdates live, TimeProvider clock)
{
    public async Task Run(Guid workspaceId, Guid importId, CancellationToken ct)
    {
        user.Enter(workspaceId);
        var chunk = new UndoChunk(db, await db.Country(ct), await db.CadenceDays(ct), clock);
        Import import;
        do
        {
            ct.ThrowIfCancellationRequested();
            import = await chunk.Run(importId, ct);
            live.Changed(workspaceId, "contacts", "import", importId, new { import.State, import.UndoneFrom });
        } while (import.State == ImportState.Undoing);
    }
}
