using System.Linq.Expressions;
using Flowstate.Contacts.Domain;
using Flowstate.Shared.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Flowstate.Contacts.Persistence;

internal sealed class FollowUpMapping : IEntityTypeConfiguration<FollowUp>
{
    public void Configure(EntityTypeBuilder<FollowUp> followUp)
    {
        followUp.ToTable(
            "follow_ups",
            table =>
            {
                table.HasCheckConstraint("ck_follow_ups_escalation", "escalation between 0 and 3");
                table.HasCheckConstraint("ck_follow_ups_repeat_every_days", "repeat_every_days > 0");
                table.HasCheckConstraint("ck_follow_ups_closed", "(status = 'open') = (closed_at is null)");
            }
        );
        followUp.HasKey(row => new { row.WorkspaceId, row.Id });
        followUp.Property(row => row.Id).ValueGeneratedNever();
        followUp.Ignore(row => row.IsOpen);
        followUp.HasIndex(row => new { row.WorkspaceId, row.ContactId });
        followUp.HasIndex(row => new { row.WorkspaceId, row.DueAt }).HasFilter("status = 'open'");
        followUp
            .HasIndex(row => new
            {
                row.WorkspaceId,
                row.ContactId,
                row.Kind,
                row.Step,
            })
            .IsUnique()
            .HasFilter("status = 'open' and kind <> 'manual'");
        followUp
            .HasIndex(row => new { row.WorkspaceId, row.ContactId }, "loud")
            .HasDatabaseName("ix_follow_ups_loud")
            .HasFilter("status = 'open' and escalation = 3");
        followUp
            .HasIndex(row => new
            {
                row.WorkspaceId,
                row.ClosedBy,
                row.ClosedAt,
            })
            .HasFilter("status = 'done'");
    }
}

internal sealed class TouchMapping : IEntityTypeConfiguration<Touch>
{
    public void Configure(EntityTypeBuilder<Touch> touch)
    {
        touch.ToTable("touches");
        touch.OfContact(row => new { row.WorkspaceId, row.ContactId });
    }
}

internal sealed class FactMapping : IEntityTypeConfiguration<RecordedFact>
{
    public void Configure(EntityTypeBuilder<RecordedFact> fact)
    {
        fact.ToTable("facts");
        fact.OfContact(row => new { row.WorkspaceId, row.ContactId });
        fact.Property(row => row.Properties).HasColumnType("jsonb");
        fact.Property(row => row.Utm).HasColumnType("jsonb");
        fact.Property(row => row.Consent).HasColumnType("jsonb");
        fact.HasIndex(row => new
        {
            row.WorkspaceId,
            row.ByMemberId,
            row.At,
        });
    }
}

internal sealed class StageMoveMapping : IEntityTypeConfiguration<StageMove>
{
    public void Configure(EntityTypeBuilder<StageMove> move)
    {
        move.ToTable("stage_moves");
        move.OfContact(row => new { row.WorkspaceId, row.ContactId });
        // What an older host beside this one writes has none.
        move.Property(row => row.Missing).HasDefaultValueSql("'{}'");
        move.Property(row => row.From).HasColumnName("from_stage");
        move.Property(row => row.To).HasColumnName("to_stage");
        move.HasIndex(row => new { row.WorkspaceId, row.At }).HasFilter("from_stage is not null");
    }
}

internal sealed class SentWordsMapping : IEntityTypeConfiguration<SentWords>
{
    public void Configure(EntityTypeBuilder<SentWords> send)
    {
        send.ToTable("sends");
        send.OfContact(row => new { row.WorkspaceId, row.ContactId });
    }
}

internal sealed class SnoozeMapping : IEntityTypeConfiguration<Snooze>
{
    public void Configure(EntityTypeBuilder<Snooze> snooze)
    {
        snooze.ToTable("snoozes");
        snooze.OfContact(row => new { row.WorkspaceId, row.ContactId });
    }
}

internal static class HistoryRows
{
    /// <summary>
    /// What happened to a contact, one table per kind, each by month (the migration <c>HistoryByMonth</c>). The key is what the
    /// timeline walks, backwards; it has the time in it as every key of such a table must.
    /// </summary>
    public static void OfContact<TRow>(this EntityTypeBuilder<TRow> row, Expression<Func<TRow, object?>> foreignKey)
        where TRow : class, IWorkspaceOwned
    {
        row.HasKey("WorkspaceId", "ContactId", "At", "Id");
        row.Property("Id").ValueGeneratedNever();
        row.HasOne<Contact>().WithMany().HasForeignKey(foreignKey).OnDelete(DeleteBehavior.Cascade);
    }
}
