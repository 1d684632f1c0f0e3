using Flowstate.Campaigns.Domain;
using Flowstate.Shared.Persistence;
using Flowstate.Shared.Slices;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Campaigns.Persistence;

internal sealed class CampaignsDbContext(DbContextOptions<CampaignsDbContext> options) : ModuleDbContext(options)
{
    public override string Schema => CampaignsModule.Schema;

    public DbSet<Template> Templates => Set<Template>();

    public DbSet<Recipient> Recipients => Set<Recipient>();

    public DbSet<MemberName> Members => Set<MemberName>();

    public DbSet<WorkspaceName> Workspaces => Set<WorkspaceName>();

    public DbSet<Send> Sends => Set<Send>();

    protected override void MapModule(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Template>(template =>
        {
            template.ToTable("templates");
            template.Property(row => row.Name).HasMaxLength(120);
            template
                .Property(row => row.Purpose)
                .HasConversion(value => Code.Of(value), code => Code.Read<Purpose>(code)!.Value);
            template
                .Property(row => row.Channel)
                .HasConversion(value => Code.Of(value), code => Code.Read<TemplateChannel>(code)!.Value);
            template.Property(row => row.Subject).HasMaxLength(200);
            template.Property(row => row.Body).HasMaxLength(4000);
            template.Property(row => row.Language).HasMaxLength(10);
        });
        modelBuilder.Entity<Recipient>(recipient =>
        {
            recipient.ToTable("recipients");
            recipient.HasKey(row => new { row.WorkspaceId, row.ContactId });
            recipient.Property(row => row.WhatsApp).HasColumnName("whatsapp");
        });
        modelBuilder.Entity<MemberName>(member =>
        {
            member.ToTable("members");
            member.HasKey(row => new { row.WorkspaceId, row.MemberId });
        });
        modelBuilder.Entity<WorkspaceName>(workspace =>
        {
            workspace.ToTable("workspaces");
            workspace.HasKey(row => row.WorkspaceId);
        });
        modelBuilder.Entity<Send>(send =>
        {
            send.ToTable("sends");
            send.HasKey(row => new { row.WorkspaceId, row.Id });
            send.HasIndex(row => new
            {
                row.WorkspaceId,
                row.ContactId,
                row.At,
            });
        });
    }
}

internal sealed class DesignTime() : DesignTimeFactory<CampaignsDbContext>(CampaignsModule.Schema);
