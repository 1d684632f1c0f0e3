using System.Text.Json.Serialization;
using Flowstate.Shared.Audit;
using Flowstate.Shared.Caching;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Jobs;
using Flowstate.Shared.Limits;
using Flowstate.Shared.Messaging;
using Flowstate.Shared.Outbound;
using Flowstate.Shared.Realtime;
using Flowstate.Shared.Secrets;
using Flowstate.Shared.Slices;
using Flowstate.Shared.Telemetry;
using Hangfire;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Scalar.AspNetCore;
using Serilog;

namespace Flowstate.Shared.Modules;

/// <summary>What every service made of modules has: the host with all of them, and one that a module moved into.</summary>
public static class Platform
{
    public static IHostApplicationBuilder AddPlatform(this IHostApplicationBuilder builder)
    {
        builder.AddTelemetry().AddTokenVerification().AddCache().AddJobs();
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddRateLimits(builder.Configuration);
        services.AddSingleton(SealingKeys.Load(builder.Configuration)).AddSingleton<SealedValues>();
        services.AddHostedService<ResealValues>();
        services
            .Configure<OutboundOptions>(builder.Configuration.GetSection("Outbound"))
            .AddSingleton<OutboundClient>();
        services.AddFlowstateProblems().AddFlowstateOpenApi();
        services.AddSingleton<LiveUpdates>().AddSingleton<IUserIdProvider, SubjectUserId>();
        var hub = services.AddSignalR().AddJsonProtocol(json => Json(json.PayloadSerializerOptions));
        if (builder.Configuration.GetConnectionString("Redis") is { Length: > 0 } redis)
        {
            hub.AddStackExchangeRedis(redis, options => options.Configuration.AbortOnConnectFail = false);
        }

        services.ConfigureHttpJsonOptions(options => Json(options.SerializerOptions));
        if (builder.Configuration["Flowstate:DataDirectory"] is { Length: > 0 } folder)
        {
            services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(folder, "keys")));
        }

        services.AddSingleton<DatabasesReady>();
        services.AddHealthChecks().AddCheck<DatabasesReady>("databases", tags: ["ready"]);
        return builder;

        static void Json(System.Text.Json.JsonSerializerOptions options) =>
            options.Converters.Add(new JsonStringEnumConverter(System.Text.Json.JsonNamingPolicy.CamelCase));
    }

    /// <summary>The pipeline up to the endpoints. What a host serves besides its modules goes before or after it.</summary>
    public static WebApplication UsePlatform(this WebApplication app)
    {
        // Outermost, so that it logs the answer that was given and not the exception behind it.
        app.UseSerilogRequestLogging(options => options.IncludeQueryInRequestPath = false);
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimits();
        app.UseUtf8Only();
        app.UseCurrentUser();
        app.UseRefusalLog();
        app.UseKeyReach();
        app.UseAuthorization();
        app.MapHub<LiveHub>(LiveHub.Path, hub => hub.CloseOnAuthenticationExpiration = true);
        app.MapPrometheusScrapingEndpoint("/metrics").AllowAnonymous();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks(
                "/health/ready",
                new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") }
            )
            .AllowAnonymous();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapScalarApiReference("/docs", options => options.WithTitle("Flowstate API").DisableDefaultFonts())
            .AllowAnonymous();
        app.MapHangfireDashboard(
                "/jobs",
                new DashboardOptions
                {
                    Authorization = [],
                    AppPath = "/",
                    // It is for looking: its buttons would act on every workspace's jobs, without an antiforgery token.
                    IsReadOnlyFunc = _ => true,
                }
            )
            .RequireAuthorization(AdminsOnly);
        JobDashboardSession.Map(app);
        return app;
    }

    private static readonly AuthorizationPolicy AdminsOnly = new AuthorizationPolicyBuilder()
        .RequireClaim(PermissionExtensions.ClaimType, DeadLetters.Permission)
        .Build();

    // MapInboundClaims is off, so SignalR's default look-up would find nobody.
    private sealed class SubjectUserId : IUserIdProvider
    {
        public string? GetUserId(HubConnectionContext connection) => connection.User.FindFirst("sub")?.Value;
    }
}
