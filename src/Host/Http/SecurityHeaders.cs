namespace Flowstate.Host.Http;

internal static class SecurityHeaders
{
    private const string Common = "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private const string Strict =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        + $"connect-src 'self'; manifest-src 'self'; {Common}";

    // The job dashboard writes widths of bars into style attributes.
    private const string Jobs =
        "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; "
        + $"img-src 'self' data:; font-src 'self' data:; connect-src 'self'; {Common}";

    // The API reference makes its style elements by script. Its one inline script is told in DocsPage, by its hash.
    public const string Docs =
        "default-src 'none'; script-src 'self'{0}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + $"font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; {Common}";

    private static readonly string DocsWithoutInline = Docs.Replace("{0}", "", StringComparison.Ordinal);

    public static void UseSecurityHeaders(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.Use(
            (context, next) =>
            {
                // When the answer starts: an error page clears what was set before it.
                context.Response.OnStarting(static state => Write((HttpContext)state), context);
                return next(context);
            }
        );
    }

    private static Task Write(HttpContext context)
    {
        var (headers, path) = (context.Response.Headers, context.Request.Path);
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy =
                path.StartsWithSegments("/jobs", StringComparison.Ordinal) ? Jobs
                : path.StartsWithSegments("/docs", StringComparison.Ordinal) ? DocsWithoutInline
                : Strict;
        }

        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] =
            "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }
}
