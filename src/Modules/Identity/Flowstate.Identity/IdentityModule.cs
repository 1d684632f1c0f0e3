using Flowstate.Identity.Domain;
using Flowstate.Identity.Features.Sessions;
using Flowstate.Identity.Mail;
using Flowstate.Identity.Persistence;
using Flowstate.Identity.Security;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Modules;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Flowstate.Identity;

/// <summary>Workspaces, members, roles, and the tokens by which everybody else knows who is asking.</summary>
public sealed class IdentityModule : IModule
{
    public const string Manage = "identity.manage";
    public const string Read = "identity.read";

    /// <summary>Reaches over all workspaces of the installation.</summary>
    internal const string Operate = "platform.admin";

    public string Name => "identity";

    public IReadOnlyList<Permission> Permissions { get; } =
    [
        new(Manage, "Change the workspace and its members"),
        new(Read, "See who is in the workspace"),
        new(Operate, "See background jobs and events that could not be handled"),
        new("platform.audit", "See who changed what"),
    ];

    public void Add(ModuleBuilder module)
    {
        module.Database<IdentityDbContext>(database =>
            database.Audited.AddRange(
                new("users", Secret: ["password_hash"]),
                new("sessions", Except: ["last_used_at"], Secret: ["rotation_key"]),
                new("members", Except: ["last_touch_at"]),
                new("invitations", Secret: ["secret_hash"]),
                new("roles", Key: "name"),
                new("workspaces"),
                new("authenticators", Except: ["last_step"], Secret: ["secret"]),
                new("passkeys", Except: ["sign_count", "last_used_at", "is_backed_up"])
            )
        );
        module.Services.Configure<SignInOptions>(module.Configuration.GetSection("Identity"));
        module.Services.AddSingleton<Passwords>();
        module.Services.AddSingleton<AccessTokens>();
        module.Services.AddSingleton<AttemptLimit>();
        module.Services.AddSingleton<GrantablePermissions>();
        module.Services.AddSingleton<SessionCheck>();
        module.Services.AddSingleton<TokenCheck>(provider => provider.GetRequiredService<SessionCheck>().Ask);
        module.Services.AddScoped<SessionOpener>();
        module.Services.AddScoped<RefreshCookie>();
        module.Services.AddScoped<Lockout>();
        AddSecondFactor(module);
        AddMail(module);
        module.Services.AddHttpContextAccessor();
        module.Services.AddHostedService<BuiltInRolesRefresh>();
    }

    private static void AddSecondFactor(ModuleBuilder module)
    {
        var column = module.Sealed(AuthenticatorSecrets.Table, "secret", AuthenticatorSecrets.Purpose);
        module.Services.AddSingleton(provider =>
            ActivatorUtilities.CreateInstance<AuthenticatorSecrets>(provider, column)
        );
        module.Services.AddScoped<SecondFactorCodes>();
        // Of ASP.NET Core Identity the passkey handler alone (docs/adr/0024); the manager is how it reads the store.
        module.Services.AddSingleton<IConfigureOptions<IdentityPasskeyOptions>, PasskeyOrigin>();
        module.Services.AddScoped<IPasskeyHandler<User>>(provider => new PasskeyHandler<User>(
            new UserManager<User>(
                new PasskeyStore(provider.GetRequiredService<IdentityDbContext>()),
                Options.Create(new IdentityOptions()),
                null!,
                [],
                [],
                null!,
                new IdentityErrorDescriber(),
                provider,
                provider.GetRequiredService<ILogger<UserManager<User>>>()
            ),
            provider.GetRequiredService<IOptions<IdentityPasskeyOptions>>()
        ));
        module.Services.AddScoped<PasskeyCeremonies>();
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
