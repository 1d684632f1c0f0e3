using Flowstate.Identity.Domain;
using Flowstate.Identity.Features.Invitations;
using Flowstate.Shared.Persistence;
using Flowstate.Shared.Slices;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Persistence;

internal sealed class IdentityDbContext(DbContextOptions<IdentityDbContext> options) : ModuleDbContext(options)
{
    /// <summary>What the trigger on members raises.</summary>
    public const string NoSponsorCircle = "no_sponsor_circle";

    public override string Schema => "identity";

    public DbSet<User> Users => Set<User>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<RefreshToken> RefreshTokens => Set<RefreshToken>();

    public DbSet<SignUp> SignUps => Set<SignUp>();

    public DbSet<PasswordReset> PasswordResets => Set<PasswordReset>();

    public DbSet<FailedSignIns> FailedSignIns => Set<FailedSignIns>();

    public DbSet<Authenticator> Authenticators => Set<Authenticator>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<Challenge> Challenges => Set<Challenge>();

    public DbSet<Passkey> Passkeys => Set<Passkey>();

    public DbSet<PasskeyChallenge> PasskeyChallenges => Set<PasskeyChallenge>();

    public DbSet<Workspace> Workspaces => Set<Workspace>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<Role> Roles => Set<Role>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    protected override IReadOnlyDictionary<string, Error> Constraints { get; } =
        new Dictionary<string, Error>(StringComparer.Ordinal)
        {
            ["ix_users_email"] = new(
                ErrorKind.Conflict,
                "identity.email-taken",
                "Somebody already signs in with this mail address."
            ),
            ["ix_passkeys_credential_id"] = new(
                ErrorKind.Conflict,
                "identity.passkey-taken",
                "This passkey is registered already."
            ),
            ["pk_roles"] = new(ErrorKind.Conflict, "identity.role-taken", "There is a role of this name already."),
            ["ix_invitations_workspace_id_email"] = InvitationView.AlreadyInvited,
        };

    protected override void MapModule(ModelBuilder modelBuilder)
    {
        MapPeople(modelBuilder);
        MapWorkspaces(modelBuilder);
        MapSessions(modelBuilder);
        MapAccounts(modelBuilder);
        modelBuilder.MapSecondFactor();
        MapApiKeys(modelBuilder);
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
            member
                .HasOne<Member>()
                .WithMany()
                .HasForeignKey(row => new { row.WorkspaceId, row.SponsorId })
                .OnDelete(DeleteBehavior.Restrict);
            member.Property(row => row.Status).HasDefaultValue(Member.Active);
        });
        MapInvitations(modelBuilder);
    }

    private static void MapInvitations(ModelBuilder modelBuilder) =>
        modelBuilder.Entity<Invitation>(invitation =>
        {
            invitation.HasIndex(row => new { row.WorkspaceId, row.Email }).IsUnique().HasFilter("closed_at is null");
            invitation.HasIndex(row => new { row.WorkspaceId, row.SecretHash }).IsUnique();
            invitation
                .HasOne<Role>()
                .WithMany()
                .HasForeignKey(row => new { row.WorkspaceId, row.Role })
                .OnDelete(DeleteBehavior.Cascade);
            invitation
                .HasOne<Member>()
                .WithMany()
                .HasForeignKey(row => new { row.WorkspaceId, row.SponsorId })
                .OnDelete(DeleteBehavior.Restrict);
            invitation
                .HasOne<Member>()
                .WithMany()
                .HasForeignKey(row => new { row.WorkspaceId, row.InvitedBy })
                .OnDelete(DeleteBehavior.Restrict);
        });

    private static void MapAccounts(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<SignUp>(asked =>
        {
            asked.Property(row => row.Id).ValueGeneratedNever();
            asked.HasIndex(row => row.Email);
            asked.HasIndex(row => row.SecretHash).IsUnique();
        });
        modelBuilder.Entity<PasswordReset>(asked =>
        {
            asked.Property(row => row.Id).ValueGeneratedNever();
            asked.HasIndex(row => row.Email);
            asked.HasIndex(row => row.SecretHash).IsUnique();
        });
        modelBuilder.Entity<FailedSignIns>().HasKey(row => row.AddressHash);
    }

    private static void MapApiKeys(ModelBuilder modelBuilder) =>
        modelBuilder.Entity<ApiKey>(key =>
        {
            key.Property(row => row.Name).HasMaxLength(ApiKey.NameLength);
            key.HasIndex(row => new { row.WorkspaceId, row.Hash }).IsUnique();
            key.HasOne<Member>()
                .WithMany()
                .HasForeignKey(row => new { row.WorkspaceId, row.MemberId })
                .OnDelete(DeleteBehavior.Restrict);
        });

    private static void MapSessions(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Session>(session =>
        {
            session.Property(row => row.Id).ValueGeneratedNever();
            session.Property(row => row.Methods).HasDefaultValue(SignInMethods.Password);
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
