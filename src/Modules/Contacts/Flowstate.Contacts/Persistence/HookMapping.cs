using Flowstate.Contacts.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Flowstate.Contacts.Persistence;

internal sealed class HookSourceMapping : IEntityTypeConfiguration<HookSource>
{
    public void Configure(EntityTypeBuilder<HookSource> source)
    {
        source.ToTable("hook_sources");
        source.Property(row => row.Name).HasMaxLength(HookSource.NameLength);
    }
}

internal sealed class HookDeliveryMapping : IEntityTypeConfiguration<HookDelivery>
{
    public void Configure(EntityTypeBuilder<HookDelivery> delivery)
    {
        delivery.ToTable("hook_deliveries");
        delivery.HasKey(row => new
        {
            row.WorkspaceId,
            row.SourceId,
            row.DeliveryId,
        });
        delivery.HasIndex(row => new
        {
            row.WorkspaceId,
            row.SourceId,
            row.ReceivedAt,
        });
        delivery.HasOne<HookSource>().WithMany().HasForeignKey(row => new { row.WorkspaceId, row.SourceId });
    }
}
