using Flowstate.Identity.Features.Invitations;
using Flowstate.Identity.Features.Sessions;
using Flowstate.Identity.Mail;
using Flowstate.Identity.Persistence;
using Flowstate.Identity.Security;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Modules;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Identity;

/// <summary>Workspaces, members, roles, and the tokens by which everybody else knows who is asking.</summary>
public sealed class IdentityModule : IModule
{
    public const string Manage = "identity.manage";
    public const string Read = "identity.read";
    public const string ApiKeys = "identity.api-keys";

    /// <summary>Reaches over all workspaces of the installation.</summary>
    internal const string Operate = "platform.admin";

    public string Name => "identity";

    public IReadOnlyList<Permission> Permissions { get; } =
    [
        new(Manage, "Change the workspace and its members"),
        new(Read, "See who is in the workspace"),
        new(ApiKeys, "Make and revoke API keys of one's own"),
        new(Operate, "See background jobs and events that could not be handled"),
        new("platform.audit", "See who changed what"),
    ];

    public void Add(ModuleBuilder module)
    {
        module.Database<IdentityDbContext>(database =>
            database.Audited.AddRange(
                // Where else a person is at work is not this workspace's to read.
                new("users", Except: ["workspaces"], Secret: ["password_hash"]),
                new("sessions", Except: ["active_workspace", "last_used_at"], Secret: ["rotation_key"]),
                new("members", Except: ["last_touch_at"]),
                new("invitations", Secret: ["secret_hash"]),
                new("roles", Key: "name"),
                new("workspaces"),
                new("authenticators", Except: ["last_step"], Secret: ["secret"]),
                new("passkeys", Except: ["sign_count", "last_used_at", "is_backed_up"]),
                new("api_keys", Except: ["hash", "last_used_at"])
            )
        );
        module
            .Services.AddOptions<SignInOptions>()
            .Bind(module.Configuration.GetSection("Identity"))
            .Validate(
                options => options.IsUsable,
                "Identity: AttemptsPerMinute (at most 200,000,000), NewKeysPerMinute and InvitationsPerDay are 1 or more."
            )
            .ValidateOnStart();
        module.Services.AddSingleton<Passwords>();
        module.Services.AddSingleton<AccessTokens>();
        module.Services.AddSingleton<AttemptLimit>();
        module.Services.AddSingleton<GrantablePermissions>();
        module.Services.AddSingleton<SessionCheck>();
        module.Services.AddSingleton<TokenCheck>(provider => provider.GetRequiredService<SessionCheck>().Ask);
        module.Services.AddScoped<Joining>();
        module.Services.AddScoped<SessionOpener>();
        module.Services.AddScoped<RefreshCookie>();
        module.Services.AddScoped<KnownDevice>();
        module.Services.AddScoped<Lockout>();
        module.Services.AddScoped<OwnPassword>();
        module.Services.AddScoped<InvitationLimit>();
        SecondFactorSetup.Add(module);
        ApiKeyAuthentication.Add(module.Services);
        LiveStanding.Add(module.Services);
        AddMail(module);
        module.Services.AddHttpContextAccessor();
        module.Services.AddHostedService<BuiltInRolesRefresh>();
    }

    private static void AddMail(ModuleBuilder module)
    {
        module.Services.Configure<MailOptions>(module.Configuration.GetSection("Mail"));
        module.Services.AddSingleton<Letters>();
        if (module.Configuration["Mail:Host"] is { Length: > 0 })
        {
            module.Services.AddSingleton<IMailRoute, SmtpRoute>();
        }
        else
        {
            module.Services.AddSingleton<IMailRoute, FolderRoute>();
        }
    }
}
