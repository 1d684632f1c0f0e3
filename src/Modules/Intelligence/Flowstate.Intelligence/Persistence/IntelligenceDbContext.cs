using Flowstate.Shared.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Intelligence.Persistence;

internal sealed class IntelligenceDbContext(DbContextOptions<IntelligenceDbContext> options) : ModuleDbContext(options)
{
    public override string Schema => IntelligenceModule.Schema;

    public DbSet<Subject> Subjects => Set<Subject>();

    public DbSet<FollowUpCopy> FollowUps => Set<FollowUpCopy>();

    public DbSet<CadenceCopy> Cadences => Set<CadenceCopy>();

    public DbSet<SnoozeRow> Snoozes => Set<SnoozeRow>();

    public DbSet<NextActionRow> NextActions => Set<NextActionRow>();

    protected override void MapModule(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Subject>(subject =>
        {
            subject.ToTable("subjects");
            subject.HasKey(row => new { row.WorkspaceId, row.ContactId });
            // The first event heard of a contact may be any: what it does not say has a default.
            subject.Property(row => row.ProfileVersion).HasDefaultValue(0L);
            subject.Property(row => row.Deleted).HasDefaultValue(false);
            subject.Property(row => row.Name).HasDefaultValue("");
            subject.Property(row => row.Warmth).HasColumnType("smallint").HasDefaultValue(0);
            subject.Property(row => row.CreatedAt).HasDefaultValueSql("'epoch'");
            subject.Property(row => row.StageVersion).HasDefaultValue(0L);
            subject.Property(row => row.Stage).HasDefaultValue("lead");
            subject.Property(row => row.StageEnteredAt).HasDefaultValueSql("'epoch'");
            subject.Property(row => row.TouchVersion).HasDefaultValue(0L);
            subject.Property(row => row.Resting).HasDefaultValue(false);
            subject.Property(row => row.QualificationVersion).HasDefaultValue(0L);
            subject.Property(row => row.QualificationScore).HasColumnType("smallint").HasDefaultValue(0);
            subject.Property(row => row.FactVersion).HasDefaultValue(0L);
            subject.Property(row => row.Facts).HasDefaultValueSql("'{}'");
        });
        modelBuilder.Entity<FollowUpCopy>(followUp =>
        {
            followUp.ToTable("follow_ups");
            followUp.HasKey(row => new { row.WorkspaceId, row.FollowUpId });
            followUp
                .HasIndex(row => new
                {
                    row.WorkspaceId,
                    row.ContactId,
                    row.DueAt,
                })
                .HasFilter("open")
                .HasDatabaseName("ix_follow_ups_open");
        });
        modelBuilder.Entity<CadenceCopy>(cadence =>
        {
            cadence.ToTable("cadences");
            cadence.HasKey(row => row.WorkspaceId);
            cadence.Ignore(row => row.Days);
        });
        modelBuilder.Entity<SnoozeRow>(snooze =>
        {
            snooze.ToTable("snoozes");
            snooze.HasKey(row => new { row.WorkspaceId, row.ContactId });
        });
        modelBuilder.Entity<NextActionRow>(MapNextAction);
    }

    private static void MapNextAction(
        Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<NextActionRow> action
    )
    {
        action.ToTable("next_actions");
        action.HasKey(row => new { row.WorkspaceId, row.ContactId });
        action.Property(row => row.Base).HasColumnType("smallint");
        // One lane per base; within a lane the earliest date has the highest priority, whatever the time is.
        action
            .HasIndex(row => new
            {
                row.WorkspaceId,
                row.OwnerId,
                row.Base,
                row.DueAt,
                row.ContactId,
            })
            .HasDatabaseName("ix_next_actions_own_lanes");
        action
            .HasIndex(row => new
            {
                row.WorkspaceId,
                row.Base,
                row.DueAt,
                row.ContactId,
            })
            .HasDatabaseName("ix_next_actions_lanes");
        action
            .HasIndex(row => new
            {
                row.WorkspaceId,
                row.OwnerId,
                row.DueAt,
            })
            .IncludeProperties(row => row.Minutes)
            .HasDatabaseName("ix_next_actions_due");
    }
}

internal sealed class DesignTime() : DesignTimeFactory<IntelligenceDbContext>(IntelligenceModule.Schema);
