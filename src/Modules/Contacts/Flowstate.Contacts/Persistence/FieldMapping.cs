using System.Text.Json;
using Flowstate.Contacts.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Flowstate.Contacts.Persistence;

internal sealed class FieldMapping : IEntityTypeConfiguration<CustomField>
{
    public void Configure(EntityTypeBuilder<CustomField> field)
    {
        field.ToTable("custom_fields");
        field.Ignore(row => row.IsChoice).Ignore(row => row.HasTooManyOptions);
        field.Property(row => row.Key).HasMaxLength(Slug.Longest + 10);
        field.Property(row => row.Label).HasMaxLength(ContactLimits.Tag);
        field.HasIndex(row => new { row.WorkspaceId, row.Key }).IsUnique();
        field
            .Property(row => row.Options)
            .HasColumnType("jsonb")
            .HasConversion(
                options => JsonSerializer.Serialize(options, JsonSerializerOptions.Web),
                json => JsonSerializer.Deserialize<List<FieldOption>>(json, JsonSerializerOptions.Web)!,
                new ValueComparer<IReadOnlyList<FieldOption>>(
                    (left, right) => left!.SequenceEqual(right!),
                    options => options.Count,
                    options => options
                )
            );
    }
}
