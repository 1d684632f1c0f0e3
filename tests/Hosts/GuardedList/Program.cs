using System.Reflection;
using System.Security.Claims;
using Flowstate.Contacts;
using Flowstate.Identity;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Limits;
using Flowstate.Shared.Modules;
using Microsoft.IdentityModel.JsonWebTokens;

// The product's own list with some of its guards, to see what each costs: the same platform, module and slice, on the
// product's database. What is left out is left out here alone; the product has no switch for it.
// <owner's connection> <guards: token,permission,limit,isolation> <port>
var (owner, guards) = (args[0], args[1]);
var builder = WebApplication.CreateBuilder();
builder.WebHost.UseUrls($"http://127.0.0.1:{args[2]}");
builder.Configuration["ConnectionStrings:Flowstate"] = owner;
if (!Has("isolation"))
{
    // The owner's policy lets it see every row.
    builder.Configuration["ConnectionStrings:contacts"] =
        $"{owner};Maximum Pool Size=32;Max Auto Prepare=64;Auto Prepare Min Usages=2";
}

builder.AddPlatform();
builder.AddModules([new IdentityModule(), new ContactsModule()]);
builder.Services.Configure<RouteOptions>(routes => routes.SuppressCheckForUnhandledSecurityMetadata = true);

await using var app = builder.Build();

// ASP.NET Core adds both where they are missing.
IApplicationBuilder pipeline = app;
pipeline.Properties["__AuthenticationMiddlewareSet"] = pipeline.Properties["__AuthorizationMiddlewareSet"] = true;
app.UseRouting();
if (Has("token"))
{
    app.UseAuthentication();
}
else
{
    app.Use(Somebody());
}

if (Has("limit"))
{
    app.UseRateLimits();
}

app.UseCurrentUser();
if (!Has("isolation"))
{
    // What row-level security is told; nothing outside of Shared can leave it unsaid.
    var wall = typeof(CurrentUser).GetProperty("Wall", BindingFlags.Instance | BindingFlags.NonPublic)!;
    app.Use(
        (context, next) =>
        {
            wall.SetValue(context.RequestServices.GetRequiredService<CurrentUser>(), null);
            return next(context);
        }
    );
}

if (Has("permission"))
{
    app.UseKeyReach().UseAuthorization();
}

app.MapModules();
app.MapGet("/ping", () => "ok").AllowAnonymous();
await app.RunAsync();

bool Has(string guard) => guards.Split(',').Contains(guard, StringComparer.Ordinal);

// Believes the first token it sees.
static Func<HttpContext, RequestDelegate, Task> Somebody()
{
    ClaimsPrincipal? bearer = null;
    return (context, next) =>
    {
        var token = context.Request.Headers.Authorization.ToString();
        if (token.Length > 0)
        {
            var claims = new JsonWebToken(token["Bearer ".Length..]).Claims;
            context.User = bearer ??= new(new ClaimsIdentity(claims, "believed", "sub", "role"));
        }

        return next(context);
    };
}
