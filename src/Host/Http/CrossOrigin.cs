using Flowstate.Shared.Realtime;
using Flowstate.Shared.Slices;

namespace Flowstate.Host.Http;

/// <summary>
/// Which other sites' pages may call the API: <c>Cors:Origins</c>, exact and none by default. Never with cookies: they
/// send their token themselves.
/// </summary>
internal static class CrossOrigin
{
    private static readonly string[] Told =
    [
        "ETag",
        "Location",
        "Retry-After",
        "RateLimit-Limit",
        "RateLimit-Remaining",
        "RateLimit-Reset",
        "Idempotency-Replayed",
    ];

    private static readonly Error Foreign = new(
        ErrorKind.Forbidden,
        "platform.foreign-origin",
        "A page of another site may not open the live connection."
    );

    public static void AllowOrigins(this WebApplicationBuilder builder)
    {
        var origins = Listed(builder.Configuration);
        if (Array.Find(origins, origin => !IsOrigin(origin)) is { } wrong)
        {
            throw new InvalidOperationException(
                $"Cors:Origins: '{wrong}' is no origin. Write scheme, host and port only, such as https://app.example.com."
            );
        }

        builder.Services.AddCors(cors =>
            cors.AddDefaultPolicy(policy =>
                policy
                    .WithOrigins(origins)
                    .WithMethods("GET", "POST", "PUT", "PATCH", "DELETE")
                    .AllowAnyHeader()
                    .WithExposedHeaders(Told)
                    .SetPreflightMaxAge(TimeSpan.FromMinutes(10))
            )
        );
    }

    /// <summary>
    /// CORS does not bind a WebSocket: a browser opens one to any site and says where the page is from. So the live connection
    /// looks for itself: own pages, listed ones, and programs, which name none.
    /// </summary>
    public static void UseLiveOrigin(this WebApplication app)
    {
        string[] known = [.. Listed(app.Configuration), app.Configuration["Identity:WebAddress"]?.TrimEnd('/') ?? ""];
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments(LiveHub.Path, StringComparison.OrdinalIgnoreCase),
            live =>
                live.Use(
                    (context, next) =>
                        IsOurs(context.Request, known) ? next(context) : Problems.From(Foreign).ExecuteAsync(context)
                )
        );
    }

    // The scheme is not compared: where TLS ends before this process, only the browser knows it.
    private static bool IsOurs(HttpRequest request, string[] known) =>
        request.Headers.Origin.ToString() is var origin
        && (
            origin.Length == 0
            || known.Contains(origin, StringComparer.OrdinalIgnoreCase)
            || (
                Uri.TryCreate(origin, UriKind.Absolute, out var page)
                && page.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase)
            )
        );

    private static string[] Listed(IConfiguration configuration) =>
        configuration.GetSection("Cors:Origins").Get<string[]>() ?? [];

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && !text.Contains('*', StringComparison.Ordinal)
        && uri.GetLeftPart(UriPartial.Authority).Equals(text, StringComparison.OrdinalIgnoreCase);
}
