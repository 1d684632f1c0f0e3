using Flowstate.Contacts.Domain;
using Flowstate.Shared.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Flowstate.Contacts.Persistence;

/// <summary>
/// That a fact of this event id was told. Facts lie in tables by month, and a key over all months cannot be had there.
/// </summary>
internal sealed class FactReceipt : IWorkspaceOwned
{
    public Guid WorkspaceId { get; private init; }

    public string EventId { get; private init; } = "";

    public Guid Id { get; private init; }

    public Guid ContactId { get; private init; }

    public FactType Type { get; private init; }
}

/// <summary>The same for a touch by its client's id.</summary>
internal sealed class TouchReceipt : IWorkspaceOwned
{
    public Guid WorkspaceId { get; private init; }

    public Guid Id { get; private init; }

    public Guid ContactId { get; private init; }
}

internal sealed class FactReceiptMapping : IEntityTypeConfiguration<FactReceipt>
{
    public void Configure(EntityTypeBuilder<FactReceipt> receipt)
    {
        receipt.ToTable("fact_receipts");
        receipt.HasKey(row => new { row.WorkspaceId, row.EventId });
        receipt.HasOne<Contact>().WithMany().HasForeignKey(row => new { row.WorkspaceId, row.ContactId });
    }
}

internal sealed class TouchReceiptMapping : IEntityTypeConfiguration<TouchReceipt>
{
    public void Configure(EntityTypeBuilder<TouchReceipt> receipt)
    {
        receipt.ToTable("touch_receipts");
        receipt.HasKey(row => new { row.WorkspaceId, row.Id });
        receipt.HasOne<Contact>().WithMany().HasForeignKey(row => new { row.WorkspaceId, row.ContactId });
    }
}
