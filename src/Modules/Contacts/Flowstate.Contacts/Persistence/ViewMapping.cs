using Flowstate.Contacts.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Flowstate.Contacts.Persistence;

internal sealed class ViewMapping : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> view)
    {
        view.ToTable("saved_views");
        view.Property(row => row.Name).HasMaxLength(ContactLimits.Tag);
        view.Property(row => row.Filter).HasColumnType("jsonb");
        view.Property(row => row.Sort).HasMaxLength(20);
        view.HasIndex(row => new { row.WorkspaceId, row.OwnerId });
    }
}
