using Flowstate.Contacts.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Flowstate.Contacts.Persistence;

/// <summary>Indexes are filter columns, then sort key, then id: a keyset page at any depth is one index walk.</summary>
internal sealed class ContactMapping : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> contact)
    {
        contact.ToTable(
            "contacts",
            table =>
            {
                table.HasTrigger("count_stages");
                table.HasCheckConstraint("ck_contacts_warmth", "warmth between 0 and 5");
                table.HasCheckConstraint("ck_contacts_tags", $"cardinality(tags) <= {ContactLimits.Tags}");
            }
        );
        contact.HasKey(row => new { row.WorkspaceId, row.Id });
        contact.Ignore(row => row.OpenFollowUps);
        contact.Property(row => row.FirstName).HasMaxLength(ContactLimits.Name);
        contact.Property(row => row.LastName).HasMaxLength(ContactLimits.Name);
        contact.Property(row => row.Name).HasMaxLength((2 * ContactLimits.Name) + 1);
        contact.Property(row => row.CustomFields).HasColumnType("jsonb").HasDefaultValueSql("'{}'");
        contact.ComplexProperty(row => row.Handles, handles => handles.IsRequired());
        contact.ComplexProperty(row => row.Qualification, answers => answers.Ignore(row => row.Score).IsRequired());
        contact.HasMany(row => row.Points).WithOne().HasForeignKey(row => new { row.WorkspaceId, row.ContactId });
        contact.HasMany(row => row.FollowUps).WithOne().HasForeignKey(row => new { row.WorkspaceId, row.ContactId });
        contact
            .HasOne(row => row.Rhythm)
            .WithOne()
            .HasForeignKey<Rhythm>(row => new { row.WorkspaceId, row.ContactId })
            .IsRequired();
        contact.Navigation(row => row.Points).UsePropertyAccessMode(PropertyAccessMode.Field);
        contact.Navigation(row => row.FollowUps).UsePropertyAccessMode(PropertyAccessMode.Field);

        NewestFirst(
            contact.HasIndex(row => new
            {
                row.WorkspaceId,
                row.CreatedAt,
                row.Id,
            }),
            1
        );
        NewestFirst(
            contact.HasIndex(row => new
            {
                row.WorkspaceId,
                row.OwnerId,
                row.CreatedAt,
                row.Id,
            }),
            2
        );
        NewestFirst(
            contact.HasIndex(row => new
            {
                row.WorkspaceId,
                row.Stage,
                row.CreatedAt,
                row.Id,
            }),
            2
        );
        NewestFirst(
            contact.HasIndex(row => new
            {
                row.WorkspaceId,
                row.OwnerId,
                row.Stage,
                row.CreatedAt,
                row.Id,
            }),
            3
        );
        NewestFirst(
            contact.HasIndex(row => new
            {
                row.WorkspaceId,
                row.Stage,
                row.StageEnteredAt,
                row.Id,
            }),
            2
        );
        NewestFirst(
            contact.HasIndex(row => new
            {
                row.WorkspaceId,
                row.OwnerId,
                row.Stage,
                row.StageEnteredAt,
                row.Id,
            }),
            3
        );
        contact.HasIndex(row => new { row.WorkspaceId, row.DeletedAt }).HasFilter("deleted_at is not null");
        ByName(
            contact.HasIndex(row => new
            {
                row.WorkspaceId,
                row.Name,
                row.Id,
            })
        );
        ByName(
            contact.HasIndex(row => new
            {
                row.WorkspaceId,
                row.OwnerId,
                row.Name,
                row.Id,
            })
        );
    }

    private static void ByName(IndexBuilder<Contact> index) => index.HasFilter("deleted_at is null");

    private static void NewestFirst(IndexBuilder<Contact> index, int filters) =>
        index.IsDescending([.. Enumerable.Repeat(false, filters), true, true]).HasFilter("deleted_at is null");
}

internal sealed class ContactPointMapping : IEntityTypeConfiguration<ContactPoint>
{
    public const string UniqueMail = "ix_contact_points_workspace_id_owner_id_normalised";

    public void Configure(EntityTypeBuilder<ContactPoint> point)
    {
        point.ToTable("contact_points");
        point.HasKey(row => new
        {
            row.WorkspaceId,
            row.ContactId,
            row.Id,
        });
        point.Property(row => row.Id).ValueGeneratedNever();
        point.Ignore(row => row.Identity);
        point
            .HasIndex(
                row => new
                {
                    row.WorkspaceId,
                    row.OwnerId,
                    row.Normalised,
                },
                UniqueMail
            )
            .IsUnique()
            .HasFilter("kind = 'email' and active");
        point.HasIndex(row => new { row.WorkspaceId, row.Normalised }).HasFilter("kind = 'phone' and active");
        point
            .HasIndex(row => new { row.WorkspaceId, row.Normalised }, "mail")
            .HasDatabaseName("ix_contact_points_mail")
            .HasFilter("kind = 'email' and active");
    }
}

internal sealed class RhythmMapping : IEntityTypeConfiguration<Rhythm>
{
    public void Configure(EntityTypeBuilder<Rhythm> rhythm)
    {
        rhythm.ToTable(
            "contact_rhythms",
            table => table.HasCheckConstraint("ck_contact_rhythms_no_thanks_rung", "no_thanks_rung between 0 and 5")
        );
        rhythm.HasKey(row => new { row.WorkspaceId, row.ContactId });
        rhythm.HasIndex(row => new
        {
            row.WorkspaceId,
            row.LastTouchAt,
            row.ContactId,
        });
        rhythm.HasIndex(row => new
        {
            row.WorkspaceId,
            row.NextTouchAt,
            row.ContactId,
        });
    }
}
