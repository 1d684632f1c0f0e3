using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Contacts.Imports;

/// <summary>A row of the file, and the contact it would become; null where it is refused.</summary>
internal sealed record ReadRow(SourceRow Source, PersonDraft Draft, Contact? Person);

/// <summary>
/// Reads the rows of an import while those before them are written: parsing and phone numbers cost as much as the
/// database does. Two chunks are read ahead at most, so that memory does not grow with the file.
/// </summary>
internal sealed class ReadAhead(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const int RowsInAChunk = 2500;
    private const int ChunksAhead = 2;

    public async IAsyncEnumerable<IReadOnlyList<ReadRow>> Chunks(
        Import import,
        string? country,
        OwnFields own,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var chunks = System.Threading.Channels.Channel.CreateBounded<IReadOnlyList<ReadRow>>(ChunksAhead);
        var reading = Task.Run(() => Read(import, country, own, chunks.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var chunk in chunks.Reader.ReadAllAsync(ct))
            {
                yield return chunk;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }
    }

    // In a scope of its own, since the file lies in the database and the writer's connection is busy.
    private async Task Read(
        Import import,
        string? country,
        OwnFields own,
        ChannelWriter<IReadOnlyList<ReadRow>> chunks,
        CancellationToken ct
    )
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentUser>().Enter(import.WorkspaceId);
            var db = scope.ServiceProvider.GetRequiredService<ContactsDbContext>();
            await using var file = new StoredFile(db, import.Id, import.Size);
            var mended = await db.MendedRows(import.Id, ct);
            foreach (
                var rows in import.Rows(file, mended).Where(row => row.Number >= import.NextRow).Chunk(RowsInAChunk)
            )
            {
                await chunks.WriteAsync([.. rows.Select(row => import.Read(row, country, own, clock.Moment()))], ct);
            }

            chunks.Complete();
        }
        catch (Exception failure)
        {
            chunks.Complete(failure);
        }
    }
}
