using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Contacts.Jobs;

/// <summary>
/// Whom somebody deleted can be restored for 30 days; then they are erased. Whom a merge made part of another contact waits for
/// that one: an old link still leads there.
/// </summary>
internal sealed class PurgeDeleted(IServiceScopeFactory scopes, TimeProvider clock) : IRecurringJob
{
    private const int Batch = 2500;
    private static readonly TimeSpan Restorable = TimeSpan.FromDays(30);

    private static string Over(string among) =>
        $"""
            select id from contacts.contacts c
            where workspace_id = @ws and deleted_at < @before {among} and not exists (
              select 1 from contacts.merges m where m.workspace_id = @ws and m.merged_id = c.id and m.undone_at is null)
            order by id limit @batch
            """;

    public string Id => "contacts.purge-deleted";

    public string Cron => "20 2 * * *";

    public Task Run(CancellationToken ct) =>
        scopes.InEveryWorkspace(
            async (db, _) =>
            {
                while (await Next(db, ct)) { }
            },
            ct
        );

    private async Task<bool> Next(ContactsDbContext db, CancellationToken ct)
    {
        var now = clock.Moment();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var found = await Look(null);
        await db.LockRhythms(found, ct);
        // Not whom somebody has restored in the meantime.
        await db.Erase(await Look(found), new Stamp(null, now), ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return found.Length == Batch;

        async Task<Guid[]> Look(Guid[]? ids)
        {
            var sql = Over(ids is null ? "" : "and id = any(@ids)");
            var rows = await db.Read<Row>(sql, ct, ("before", now - Restorable), ("batch", Batch), ("ids", ids ?? []));
            return [.. rows.Select(row => row.Id)];
        }
    }

    internal sealed class Row
    {
        public Guid Id { get; set; }
    }
}
