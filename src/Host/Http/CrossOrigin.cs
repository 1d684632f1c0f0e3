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

    public static void AllowOrigins(this WebApplicationBuilder builder)
    {
        var origins = builder.Configuration.GetSection("Cors:Origins").Get<string[]>() ?? [];
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

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && !text.Contains('*', StringComparison.Ordinal)
        && uri.GetLeftPart(UriPartial.Authority).Equals(text, StringComparison.OrdinalIgnoreCase);
}
