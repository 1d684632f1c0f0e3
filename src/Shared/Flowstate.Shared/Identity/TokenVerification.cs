using Flowstate.Shared.Realtime;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Flowstate.Shared.Identity;

/// <summary>
/// Verifies access tokens by public key alone; never calls the Identity module. Where that lives in the same host, what it
/// knows of the bearer by now (<see cref="TokenCheck"/>) counts more than what the token says.
/// </summary>
public static class TokenVerification
{
    /// <summary>Carries the access token for the job dashboard, which a browser opens without our script.</summary>
    public static readonly SecretCookie JobsCookie = new("flowstate_jobs", "/jobs");

    public static IHostApplicationBuilder AddTokenVerification(this IHostApplicationBuilder builder)
    {
        var keys = TokenKeys.Load(builder.Configuration, builder.Environment);
        builder.Services.AddSingleton(keys);
        builder.Services.AddScoped<CurrentUser>();
        builder
            .Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme)
            .AddJwtBearer(options =>
            {
                options.TokenHandlers.Clear();
                options.TokenHandlers.Add(new VerifiedTokens { MapInboundClaims = false });
                options.TokenValidationParameters = new()
                {
                    ValidIssuer = TokenKeys.Issuer,
                    ValidAudience = TokenKeys.Issuer,
                    IssuerSigningKeys = keys.Believed,
                    // A token names its key; one that names none of ours is not tried with all of them.
                    TryAllIssuerSigningKeys = false,
                    ValidAlgorithms = ["ES256"],
                    ClockSkew = TimeSpan.FromSeconds(30),
                    NameClaimType = "sub",
                    RoleClaimType = "role",
                };
                options.Events = new()
                {
                    OnMessageReceived = ReadTokenWhereHeadersCannotGo,
                    OnTokenValidated = TokenStanding.Ask,
                    OnChallenge = TokenStanding.SayWhy,
                };
            });
        // A slice that declares nothing is closed, not open.
        builder
            .Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return builder;
    }

    public static IApplicationBuilder UseCurrentUser(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (context.User.Identity?.IsAuthenticated == true)
                {
                    context.RequestServices.GetRequiredService<CurrentUser>().Enter(context.User);
                }

                return next(context);
            }
        );

    private static Task ReadTokenWhereHeadersCannotGo(MessageReceivedContext context)
    {
        if (
            context.Request.Path.StartsWithSegments(LiveHub.Path, StringComparison.Ordinal)
            && context.Request.Query["access_token"] is { Count: > 0 } query
        )
        {
            context.Token = query;
        }
        else if (context.Request.Path.StartsWithSegments("/jobs", StringComparison.Ordinal))
        {
            context.Token = JobsCookie.Read(context.HttpContext);
        }

        return Task.CompletedTask;
    }
}
