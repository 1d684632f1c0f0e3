using Flowstate.Contacts.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Duplicates;

/// <summary>
/// Goes through a workspace's contacts in the order of their ids, which is the order in which they came: new ones a minute
/// after they came, all of them again from time to time, which finds those that were edited. A batch is one transaction; two
/// hosts do not do the same one.
/// </summary>
internal sealed class LookThrough(ContactsDbContext db, TimeProvider clock)
{
    private const int Batch = 500;

    /// <summary>Whoever is being written now is seen by the next look.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    /// <summary>A pass is not begun again before a hundred times as long as it took: it may not cost more than one per cent.</summary>
    private const int RestFactor = 100;

    private const string Take = """
        select looked_until, began_at, next_pass_at from contacts.duplicate_scans
        where workspace_id = @ws for update skip locked
        """;

    private const string Next = """
        select id from contacts.contacts
        where workspace_id = @ws and id > @after and id < @until order by id limit @batch
        """;

    /// <summary>Until nobody is left to be looked at, or the time is over.</summary>
    public async Task Run(TimeSpan longest, CancellationToken ct)
    {
        await db.Database.ExecuteSqlRawAsync(
            """
            insert into contacts.duplicate_scans (workspace_id, looked_until, began_at, next_pass_at)
            values (@ws, '00000000-0000-0000-0000-000000000000', @now, @now) on conflict do nothing
            """,
            db.Parameters(("now", clock.Moment())),
            ct
        );
        var started = clock.GetTimestamp();
        while (clock.GetElapsedTime(started) < longest && await Step(ct)) { }
    }

    private async Task<bool> Step(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Read<Place>(Take, ct) is not [var place])
        {
            return false;
        }

        var now = clock.Moment();
        var again = place.BeganAt is null && place.NextPassAt <= now;
        var after = again ? Guid.Empty : place.LookedUntil;
        var began = again ? now : place.BeganAt;
        var rows = await db.Read<Row>(
            Next,
            ct,
            ("after", after),
            ("until", Guid.CreateVersion7(now - Settled)),
            ("batch", Batch)
        );
        Guid[] ids = [.. rows.Select(row => row.Id)];
        if (ids.Length == 0 && began is null)
        {
            // Nobody came, and no pass is due: nothing to write down.
            return false;
        }

        if (ids.Length > 0)
        {
            await FindPairs.For(db, ids, ct);
        }

        var over = ids.Length < Batch;
        var rest = began is { } from && (now - from) * RestFactor is var longer && longer > Rest ? longer : Rest;
        await db.Database.ExecuteSqlRawAsync(
            """
            update contacts.duplicate_scans set looked_until = @until, began_at = @began, next_pass_at = @next
            where workspace_id = @ws
            """,
            db.Parameters(
                ("until", ids.Length > 0 ? ids[^1] : after),
                ("began", over || began is null ? DBNull.Value : began.Value),
                ("next", over && began is not null ? now + rest : place.NextPassAt)
            ),
            ct
        );
        await transaction.CommitAsync(ct);
        return !over;
    }

    internal sealed class Place
    {
        public Guid LookedUntil { get; set; }
        public DateTimeOffset? BeganAt { get; set; }
        public DateTimeOffset NextPassAt { get; set; }
    }

    internal sealed class Row
    {
        public Guid Id { get; set; }
    }
}
