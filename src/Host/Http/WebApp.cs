using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Flowstate.Host.Http;

/// <summary>Serves the built web app: hashed assets for a year, the page itself always fresh, deep links to the page.</summary>
internal static class WebApp
{
    private const string Page = "index.html";

    public static void UseWebFiles(this WebApplication app)
    {
        if (Folder(app) is not { } folder)
        {
            return;
        }

        var files = new PhysicalFileProvider(folder);
        // Both look at the disk for whatever they are asked: what is the API's is none of it.
        app.UseWhen(
            context => !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase),
            pages =>
            {
                pages.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
                pages.UseStaticFiles(new StaticFileOptions { FileProvider = files, OnPrepareResponse = Cache });
            }
        );
    }

    public static void MapWebApp(this WebApplication app)
    {
        // What is no page must not be answered with one: a mistyped API address is a 404 problem.
        app.MapFallback("/api/{**rest}", () => Results.NotFound()).ExcludeFromDescription().AllowAnonymous();
        if (Folder(app) is { } folder)
        {
            app.MapFallbackToFile(
                    Page,
                    new StaticFileOptions { FileProvider = new PhysicalFileProvider(folder), OnPrepareResponse = Cache }
                )
                .AllowAnonymous();
        }
    }

    /// <summary><c>Web:Folder</c>, the published <c>wwwroot</c>, or the folder where <c>web</c> was built.</summary>
    public static string? Folder(WebApplication app)
    {
        var root = app.Environment.ContentRootPath;
        string?[] candidates =
        [
            app.Configuration["Web:Folder"],
            Path.Combine(AppContext.BaseDirectory, "wwwroot"),
            Path.Combine(root, "wwwroot"),
            Path.Combine(root, "..", "..", "web", "dist"),
            Path.Combine(root, "web", "dist"),
        ];
        return candidates
            .OfType<string>()
            .Select(Path.GetFullPath)
            .FirstOrDefault(candidate => File.Exists(Path.Combine(candidate, Page)));
    }

    private static void Cache(StaticFileResponseContext context) =>
        context.Context.Response.Headers.CacheControl = context.Context.Request.Path.StartsWithSegments(
            "/assets",
            StringComparison.Ordinal
        )
            ? "public, max-age=31536000, immutable"
            : "no-cache";
}
