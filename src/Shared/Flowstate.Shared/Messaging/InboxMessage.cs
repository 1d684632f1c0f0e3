using Microsoft.EntityFrameworkCore;

namespace Flowstate.Shared.Messaging;

/// <summary>
/// One event for one reaction. The key (event, handler) is the dedupe; a done row stays for 14 days as a tombstone, without its payload.
/// <see cref="NextAttemptAt"/> is both the back-off and, while claimed, the end of the lease.
/// </summary>
public sealed class InboxMessage
{
    public Guid EventId { get; private set; }
    public string Handler { get; private set; } = "";
    public long Seq { get; private set; }
    public string Name { get; private set; } = "";
    public Guid Key { get; private set; }
    public Guid WorkspaceId { get; private set; }
    public string Payload { get; private set; } = "";
    public string? TraceParent { get; private set; }
    public DateTimeOffset OccurredAt { get; private set; }
    public DateTimeOffset ReceivedAt { get; private set; }
    public int Attempts { get; private set; }
    public DateTimeOffset NextAttemptAt { get; private set; }
    public DateTimeOffset? DoneAt { get; private set; }
    public DateTimeOffset? DeadAt { get; private set; }
    public string? LastError { get; private set; }
}

internal static class MessagingMapping
{
    private const string Pending = "done_at is null and dead_at is null";

    public static void Apply(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<OutboxMessage>(outbox =>
        {
            outbox.ToTable("outbox");
            outbox.HasKey(message => message.Position);
            outbox.Property(message => message.Position).UseIdentityAlwaysColumn();
            outbox.HasIndex(message => message.Id).IsUnique();
            outbox.Property(message => message.Payload).HasColumnType("jsonb");
        });
        modelBuilder.Entity<InboxMessage>(inbox =>
        {
            inbox.ToTable("inbox");
            inbox.HasKey(message => new { message.EventId, message.Handler });
            inbox.Property(message => message.Seq).UseIdentityAlwaysColumn();
            inbox.Property(message => message.Payload).HasColumnType("jsonb");
            inbox.Property(message => message.ReceivedAt).HasDefaultValueSql("now()");
            inbox.Property(message => message.NextAttemptAt).HasDefaultValueSql("now()");
            inbox.HasIndex(message => message.Seq).HasFilter(Pending).HasDatabaseName("ix_inbox_pending");
            inbox
                .HasIndex(message => new
                {
                    message.Handler,
                    message.Key,
                    message.Seq,
                })
                .HasFilter(Pending)
                .HasDatabaseName("ix_inbox_pending_key");
            inbox.HasIndex(message => message.DoneAt).HasFilter("done_at is not null").HasDatabaseName("ix_inbox_done");
            inbox.HasIndex(message => message.DeadAt).HasFilter("dead_at is not null").HasDatabaseName("ix_inbox_dead");
        });
    }
}
