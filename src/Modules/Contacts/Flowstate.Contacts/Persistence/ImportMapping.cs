using Flowstate.Contacts.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Flowstate.Contacts.Persistence;

internal sealed class ImportMapping : IEntityTypeConfiguration<Import>
{
    public void Configure(EntityTypeBuilder<Import> import)
    {
        import.ToTable("imports");
        import.HasKey(row => new { row.WorkspaceId, row.Id });
        import.Property(row => row.Id).ValueGeneratedNever();
        import.Ignore(row => row.Columns).Ignore(row => row.Processed);
        import.Ignore(row => row.IsOver).Ignore(row => row.IsWaiting);
        import.Property(row => row.Mapping).HasColumnType("jsonb");
        import.Property(row => row.Kind).HasConversion<CodeConverter<AddressBookKind>>().HasMaxLength(20);
        import.Property(row => row.Existing).HasConversion<CodeConverter<WhenKnown>>().HasMaxLength(20);
        import.Property(row => row.State).HasConversion<CodeConverter<ImportState>>().HasMaxLength(20);
        import.HasIndex(row => new
        {
            row.WorkspaceId,
            row.OwnerId,
            row.Headers,
            row.CreatedAt,
        });
        import
            .HasIndex(row => new
            {
                row.WorkspaceId,
                row.CreatedAt,
                row.Id,
            })
            .IsDescending(false, true, true);
    }
}

internal sealed class ImportRowMapping : IEntityTypeConfiguration<ImportRow>
{
    public void Configure(EntityTypeBuilder<ImportRow> row)
    {
        row.ToTable("import_rows");
        row.HasKey(report => new
        {
            report.WorkspaceId,
            report.ImportId,
            report.Row,
        });
        row.Property(report => report.Row).ValueGeneratedNever();
        row.Property(report => report.Outcome).HasConversion<CodeConverter<RowOutcome>>().HasMaxLength(20);
        row.Property(report => report.Overwritten).HasColumnType("jsonb");
        row.HasIndex(report => new
            {
                report.WorkspaceId,
                report.ContactId,
                report.ImportId,
            })
            .HasFilter("contact_id is not null");
        row.HasIndex(report => new
        {
            report.WorkspaceId,
            report.ImportId,
            report.Outcome,
            report.Row,
        });
        row.HasOne<Import>().WithMany().HasForeignKey(report => new { report.WorkspaceId, report.ImportId });
    }
}

internal sealed class MendedRowMapping : IEntityTypeConfiguration<MendedRow>
{
    public void Configure(EntityTypeBuilder<MendedRow> row)
    {
        row.ToTable("import_mended_rows");
        row.HasKey(mended => new
        {
            mended.WorkspaceId,
            mended.ImportId,
            mended.Row,
        });
        row.Property(mended => mended.Row).ValueGeneratedNever();
        row.HasOne<Import>().WithMany().HasForeignKey(mended => new { mended.WorkspaceId, mended.ImportId });
    }
}

internal sealed class ImportChunkMapping : IEntityTypeConfiguration<ImportChunk>
{
    public void Configure(EntityTypeBuilder<ImportChunk> chunk)
    {
        chunk.ToTable("import_chunks");
        chunk.HasKey(piece => new
        {
            piece.WorkspaceId,
            piece.ImportId,
            piece.Number,
        });
        chunk.Property(piece => piece.Number).ValueGeneratedNever();
        chunk.HasOne<Import>().WithMany().HasForeignKey(piece => new { piece.WorkspaceId, piece.ImportId });
    }
}
