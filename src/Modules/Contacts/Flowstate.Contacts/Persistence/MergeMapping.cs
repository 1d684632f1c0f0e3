using Flowstate.Contacts.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Flowstate.Contacts.Persistence;

internal sealed class MergeMapping : IEntityTypeConfiguration<Merge>
{
    public void Configure(EntityTypeBuilder<Merge> merge)
    {
        merge.ToTable("merges", table => table.HasCheckConstraint("ck_merges_two", "kept_id <> merged_id"));
        merge.HasKey(row => new { row.WorkspaceId, row.Id });
        merge.Property(row => row.Id).ValueGeneratedNever();
        merge.Ignore(row => row.UndoableUntil);
        merge.Property(row => row.Record).HasColumnType("jsonb");
        // A contact goes one way at a time.
        merge.HasIndex(row => new { row.WorkspaceId, row.MergedId }).IsUnique().HasFilter("undone_at is null");
        merge.HasIndex(row => new { row.WorkspaceId, row.KeptId });
        merge
            .HasIndex(row => new
            {
                row.WorkspaceId,
                row.At,
                row.Id,
            })
            .IsDescending(false, true, true);
        merge.HasOne<Contact>().WithMany().HasForeignKey(row => new { row.WorkspaceId, row.KeptId });
        merge.HasOne<Contact>().WithMany().HasForeignKey(row => new { row.WorkspaceId, row.MergedId });
    }
}

internal sealed class DuplicatePairMapping : IEntityTypeConfiguration<DuplicatePair>
{
    public void Configure(EntityTypeBuilder<DuplicatePair> pair)
    {
        pair.ToTable(
            "duplicate_pairs",
            table => table.HasCheckConstraint("ck_duplicate_pairs_order", "left_id < right_id")
        );
        pair.HasKey(row => new
        {
            row.WorkspaceId,
            row.LeftId,
            row.RightId,
        });
        pair.Property(row => row.Strength).HasColumnType("smallint");
        pair.HasIndex(row => new { row.WorkspaceId, row.RightId });
        pair.HasIndex(row => new
            {
                row.WorkspaceId,
                row.Strength,
                row.LeftId,
                row.RightId,
            })
            .IsDescending(false, true, true, true)
            .HasFilter("dismissed_at is null");
        pair.HasOne<Contact>().WithMany().HasForeignKey(row => new { row.WorkspaceId, row.LeftId });
        pair.HasOne<Contact>().WithMany().HasForeignKey(row => new { row.WorkspaceId, row.RightId });
    }
}

internal sealed class DuplicateScanMapping : IEntityTypeConfiguration<DuplicateScan>
{
    public void Configure(EntityTypeBuilder<DuplicateScan> scan)
    {
        scan.ToTable("duplicate_scans");
        scan.HasKey(row => row.WorkspaceId);
        scan.Property(row => row.WorkspaceId).ValueGeneratedNever();
    }
}
