using System.Globalization;
using System.Security.Claims;
using Flowstate.Shared.Slices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Flowstate.Shared.Limits;

public static class LimitRequests
{
    private static readonly Error TooMany = new(
        ErrorKind.TooManyRequests,
        "platform.too-many-requests",
        "Too many requests. Wait a moment and try again."
    );

    public static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddOptions<LimitOptions>()
            .Bind(configuration.GetSection("Limits"))
            .Validate(
                options => options.IsUsable,
                "Limits: every limit is 1 or more (a large number is no limit), and RedisPatience longer than nothing."
            )
            .ValidateOnStart();
        return services.AddSingleton<RateLimits>();
    }

    /// <summary>
    /// Per person or key and per workspace; per remote address for whoever has not signed in. Not the probes, which must be
    /// answered and cost next to nothing.
    /// </summary>
    public static IApplicationBuilder UseRateLimits(this IApplicationBuilder app)
    {
        var limits = app.ApplicationServices.GetRequiredService<RateLimits>();
        var options = app.ApplicationServices.GetRequiredService<IOptions<LimitOptions>>().Value;
        return app.Use(
            (context, next) =>
                context.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)
                    ? next(context)
                    : Limited(context, next, limits, options)
        );
    }

    /// <summary>Writes the headers that a client paces itself by; the last one told is the one that is sent.</summary>
    public static void Tell(this HttpContext http, Verdict verdict) =>
        http.Response.OnStarting(static state => WriteHeaders(((HttpContext, Verdict))state), (http, verdict));

    private static async Task Limited(HttpContext http, RequestDelegate next, RateLimits limits, LimitOptions options)
    {
        var verdict = await Take(http, limits, options);
        http.Tell(verdict);
        await (verdict.Allowed ? next(http) : Problems.From(TooMany).ExecuteAsync(http));
    }

    /// <summary>Counts a request for whoever sent it.</summary>
    public static ValueTask<Verdict> Take(HttpContext http, RateLimits limits, LimitOptions options)
    {
        var window = LimitOptions.Window;
        if (http.User.FindFirstValue("ws") is not { } workspace)
        {
            return limits.Take(new Limit("address", RemoteAddress.Of(http), options.AddressPerMinute, window));
        }

        var all = new Limit("workspace", workspace, options.WorkspacePerMinute, window);
        return http.User.FindFirstValue("key") is { } key
            ? limits.Take(new Limit("key", key, options.KeyPerMinute, window), all)
            : limits.Take(new Limit("user", http.User.FindFirstValue("sub") ?? "", options.UserPerMinute, window), all);
    }

    // Callbacks run last in, first out: TryAdd keeps what was told last, by the limit nearest to the endpoint.
    private static Task WriteHeaders((HttpContext Http, Verdict Verdict) told)
    {
        var (headers, verdict) = (told.Http.Response.Headers, told.Verdict);
        var reset = Text(Math.Max(1, (int)Math.Ceiling(verdict.Reset.TotalSeconds)));
        if (headers.TryAdd("RateLimit-Limit", Text(verdict.Limit)))
        {
            headers["RateLimit-Remaining"] = Text(verdict.Remaining);
            headers["RateLimit-Reset"] = reset;
        }

        if (!verdict.Allowed)
        {
            headers[HeaderNames.RetryAfter] = reset;
        }

        return Task.CompletedTask;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
