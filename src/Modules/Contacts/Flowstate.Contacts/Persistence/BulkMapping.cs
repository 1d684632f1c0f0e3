using Flowstate.Contacts.Bulk;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Flowstate.Contacts.Persistence;

internal sealed class BulkChangeMapping : IEntityTypeConfiguration<BulkChange>
{
    public void Configure(EntityTypeBuilder<BulkChange> bulk)
    {
        bulk.ToTable("bulk_changes");
        bulk.HasKey(row => new { row.WorkspaceId, row.Id });
        bulk.Property(row => row.Id).ValueGeneratedNever();
        bulk.Ignore(row => row.Processed).Ignore(row => row.IsUndo).Ignore(row => row.IsUnderWay);
        bulk.Property(row => row.To).HasColumnName("to_stage");
        bulk.Property(row => row.Action).HasConversion<CodeConverter<BulkAction>>().HasMaxLength(20);
        bulk.Property(row => row.State).HasConversion<CodeConverter<BulkState>>().HasMaxLength(20);
        bulk.HasIndex(row => new { row.WorkspaceId, row.CreatedAt });
    }
}

internal sealed class BulkRowMapping : IEntityTypeConfiguration<BulkRow>
{
    public void Configure(EntityTypeBuilder<BulkRow> row)
    {
        row.ToTable("bulk_rows");
        row.HasKey(each => new
        {
            each.WorkspaceId,
            each.BulkId,
            each.Position,
        });
        row.Property(each => each.Position).ValueGeneratedNever();
        row.Property(each => each.Outcome).HasConversion<CodeConverter<BulkOutcome>>().HasMaxLength(20);
        row.Property(each => each.Before).HasColumnType("jsonb");
        // Of those left alone only: where every row is in it, a plan made before the table was looked at walks it for each row.
        row.HasIndex(each => new
            {
                each.WorkspaceId,
                each.BulkId,
                each.Outcome,
                each.Position,
            })
            .HasFilter("reason is not null");
        // By whom it is: what an undo needs of them goes when they are erased.
        row.HasIndex(each => new { each.WorkspaceId, each.ContactId }).HasFilter("before is not null");
        row.HasOne<BulkChange>().WithMany().HasForeignKey(each => new { each.WorkspaceId, each.BulkId });
    }
}
