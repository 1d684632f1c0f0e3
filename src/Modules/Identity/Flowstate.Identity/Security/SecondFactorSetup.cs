using Flowstate.Identity.Domain;
using Flowstate.Identity.Persistence;
using Flowstate.Shared.Modules;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Flowstate.Identity.Security;

internal static class SecondFactorSetup
{
    public static void Add(ModuleBuilder module)
    {
        var column = module.Sealed(AuthenticatorSecrets.Table, "secret", AuthenticatorSecrets.Purpose);
        module.Services.AddSingleton(provider =>
            ActivatorUtilities.CreateInstance<AuthenticatorSecrets>(provider, column)
        );
        module.Services.AddScoped<SecondFactorCodes>();
        module.Services.AddSingleton<IConfigureOptions<IdentityPasskeyOptions>, PasskeyOrigin>();
        module.Services.AddScoped(Handler);
        module.Services.AddScoped<PasskeyCeremonies>();
    }

    // Of ASP.NET Core Identity this alone (docs/adr/0025). The manager is only how it reads the store, so it gets no hasher,
    // no validators and no normaliser.
    private static IPasskeyHandler<User> Handler(IServiceProvider provider) =>
        new PasskeyHandler<User>(
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
        );
}
