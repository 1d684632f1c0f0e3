using Flowstate.Identity.Domain;
using Flowstate.Shared.Persistence;
using Flowstate.Shared.Slices;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Persistence;

internal sealed class IdentityDbContext(DbContextOptions<IdentityDbContext> options) : ModuleDbContext(options)
{
    public override bool KeepsAnswers => false;

    public override string Schema => "identity";

    public DbSet<User> Users => Set<User>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<RefreshToken> RefreshTokens => Set<RefreshToken>();

    public DbSet<Workspace> Workspaces => Set<Workspace>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<Role> Roles => Set<Role>();

    protected override IReadOnlyDictionary<string, Error> Constraints { get; } =
        new Dictionary<string, Error>(StringComparer.Ordinal)
        {
            ["ix_users_email"] = new(
                ErrorKind.Conflict,
                "identity.email-taken",
                "Somebody already signs in with this mail address."
            ),
        };

    protected override void MapModule(ModelBuilder modelBuilder)
    {
        MapPeople(modelBuilder);
        MapWorkspaces(modelBuilder);
        MapSessions(modelBuilder);
    }

    private static void MapPeople(ModelBuilder modelBuilder) =>
        modelBuilder.Entity<User>(user =>
        {
            user.Property(row => row.Id).ValueGeneratedNever();
            user.HasIndex(row => row.Email).IsUnique();
            user.Property(row => row.Email).HasMaxLength(EmailAddress.MaxLength);
        });

    private static void MapWorkspaces(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Workspace>().HasAlternateKey(row => row.WorkspaceId);
        modelBuilder.Entity<Role>(role =>
        {
            role.HasKey(row => new { row.WorkspaceId, row.Name });
            role.HasOne<Workspace>()
                .WithMany()
                .HasForeignKey(row => row.WorkspaceId)
                .HasPrincipalKey(row => row.WorkspaceId)
                .OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<Member>(member =>
        {
            member.HasOne<User>().WithMany().HasForeignKey(row => row.Id).OnDelete(DeleteBehavior.Restrict);
            member
                .HasOne<Role>()
                .WithMany()
                .HasForeignKey(row => new { row.WorkspaceId, row.Role })
                .OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void MapSessions(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Session>(session =>
        {
            session.Property(row => row.Id).ValueGeneratedNever();
            session.Property(row => row.UserAgent).HasMaxLength(Device.UserAgentLength);
            session.HasOne<User>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
            session.HasIndex(row => new { row.UserId, row.LastUsedAt });
        });
        modelBuilder.Entity<RefreshToken>(token =>
        {
            token.HasKey(row => row.Hash);
            token.HasOne<Session>().WithMany().HasForeignKey(row => row.SessionId).OnDelete(DeleteBehavior.Cascade);
            token.HasIndex(row => row.ExpiresAt);
        });
    }
}

internal sealed class IdentityDesignTime() : DesignTimeFactory<IdentityDbContext>("identity");
