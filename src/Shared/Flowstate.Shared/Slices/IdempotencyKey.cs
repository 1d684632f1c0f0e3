using Flowstate.Shared.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Shared.Slices;

/// <summary>The answer that a member's request with this <c>Idempotency-Key</c> was given.</summary>
public sealed class IdempotencyKey : IWorkspaceOwned
{
    public const int MaxLength = 255;

    /// <summary>How long the same request gets the same answer.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    // Every new key takes some old ones along, so that the table of a busy workspace never grows.
    private const int Batch = 20;

    public Guid WorkspaceId { get; internal init; }
    public Guid MemberId { get; internal init; }
    public string Key { get; internal init; } = "";

    /// <summary>SHA-256 of what was asked: address, condition and content.</summary>
    public byte[] Asked { get; internal init; } = [];
    public string Answer { get; internal init; } = "";
    public DateTimeOffset CreatedAt { get; internal init; }

    internal static void Map(ModelBuilder modelBuilder) =>
        modelBuilder.Entity<IdempotencyKey>(key =>
        {
            key.ToTable("idempotency_keys");
            key.HasKey(row => new
            {
                row.WorkspaceId,
                row.MemberId,
                row.Key,
            });
            key.HasIndex(row => new { row.WorkspaceId, row.CreatedAt });
            key.Property(row => row.Key).HasMaxLength(MaxLength);
        });

    // A lock, not a row: whoever comes second is told at once, and a killed holder leaves nothing to clean up.
    internal static async Task<bool> TryLock(ModuleDbContext db, Guid member, string key, CancellationToken ct)
    {
        var name = $"{db.Schema} {db.User.WorkspaceId} {member} {key}";
        return (
            await db
                .Database.SqlQuery<bool>($"select pg_try_advisory_xact_lock(hashtextextended({name}, 4)) as \"Value\"")
                .ToListAsync(ct)
        )[0];
    }

    internal static Task<IdempotencyKey?> Find(
        ModuleDbContext db,
        Guid member,
        string key,
        DateTimeOffset now,
        CancellationToken ct
    ) =>
        db.Set<IdempotencyKey>()
            .AsNoTracking()
            .FirstOrDefaultAsync(row => row.MemberId == member && row.Key == key && row.CreatedAt > now - Lifetime, ct);

    // Not through the change tracker: it is the handler's, with what the handler left in it.
    internal async Task Store(ModuleDbContext db, CancellationToken ct)
    {
        await DropSomeOld(db, ct);
        var sql = $$"""
            insert into {{db.Schema}}.idempotency_keys (workspace_id, member_id, key, asked, answer, created_at)
            values ({0}, {1}, {2}, {3}, {4}, {5})
            on conflict (workspace_id, member_id, key) do update
              set asked = excluded.asked, answer = excluded.answer, created_at = excluded.created_at
            """;
        await db.Database.ExecuteSqlRawAsync(sql, [WorkspaceId, MemberId, Key, Asked, Answer, CreatedAt], ct);
    }

    private Task<int> DropSomeOld(ModuleDbContext db, CancellationToken ct)
    {
        var sql = $$"""
            delete from {{db.Schema}}.idempotency_keys where workspace_id = {0} and (member_id, key) in (
              select member_id, key from {{db.Schema}}.idempotency_keys where workspace_id = {0} and created_at <= {1}
              order by created_at limit {2} for update skip locked
            )
            """;
        return db.Database.ExecuteSqlRawAsync(sql, [WorkspaceId, CreatedAt - Lifetime, Batch], ct);
    }
}
