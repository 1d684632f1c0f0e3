using System.Reflection;
using System.Security.Claims;
using Flowstate.Contacts;
using Flowstate.Identity;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Limits;
using Flowstate.Shared.Modules;

namespace Flowstate.Benchmarks;

/// <summary>
/// The product's own list in a host that leaves guards out, to see what each costs: the same platform, module and slice,
/// on the product's database. What is left out is left out here alone; the product has no switch for it.
/// </summary>
internal static class GuardedList
{
    // What row-level security is told; nothing outside of Shared can leave it unsaid.
    private static readonly PropertyInfo Wall = typeof(CurrentUser).GetProperty(
        "Wall",
        BindingFlags.Instance | BindingFlags.NonPublic
    )!;

    public static async Task Run(string owner, string guards, int port)
    {
        var isolated = guards.Contains("isolation", StringComparison.Ordinal);
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Configuration["ConnectionStrings:Flowstate"] = owner;
        if (!isolated)
        {
            // The owner's policy lets it see every row.
            builder.Configuration["ConnectionStrings:contacts"] =
                $"{owner};Maximum Pool Size=32;Max Auto Prepare=64;Auto Prepare Min Usages=2";
        }

        builder.AddPlatform();
        builder.AddModules([new IdentityModule(), new ContactsModule()]);
        builder.Services.Configure<RouteOptions>(routes => routes.SuppressCheckForUnhandledSecurityMetadata = true);
        await using var app = builder.Build();
        app.UseRouting();
        Guard("token", () => app.UseAuthentication(), () => app.Use(Somebody()));
        Guard("limit", () => app.UseRateLimits());
        app.UseCurrentUser();
        Guard("isolation", () => { }, () => app.Use(NoWall));
        Guard("permission", () => app.UseKeyReach().UseAuthorization());
        app.MapModules();
        app.MapGet("/ping", () => "ok").AllowAnonymous();
        await app.RunAsync();

        void Guard(string name, Action with, Action? without = null) =>
            (guards.Contains(name, StringComparison.Ordinal) ? with : without)?.Invoke();
    }

    // Believes the first token it sees.
    private static Func<HttpContext, RequestDelegate, Task> Somebody()
    {
        ClaimsPrincipal? bearer = null;
        return (context, next) =>
        {
            var token = context.Request.Headers.Authorization.ToString();
            if (token.Length > 0)
            {
                context.User = bearer ??= Read(token["Bearer ".Length..]);
            }

            return next(context);
        };
    }

    private static ClaimsPrincipal Read(string token) =>
        new(
            new ClaimsIdentity(
                new Microsoft.IdentityModel.JsonWebTokens.JsonWebToken(token).Claims,
                "believed",
                "sub",
                "role"
            )
        );

    private static Task NoWall(HttpContext context, RequestDelegate next)
    {
        Wall.SetValue(context.RequestServices.GetRequiredService<CurrentUser>(), null);
        return next(context);
    }
}
