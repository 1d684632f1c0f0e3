using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Flowstate.Host.Http;

/// <summary>Serves the built web app: hashed assets for a year, the page itself always fresh, deep links to the page.</summary>
internal static class WebApp
{
    private const string Page = "index.html";

    private static readonly FileExtensionContentTypeProvider Types = WithCharset();

    public static void AddWebFiles(this WebApplicationBuilder builder) =>
        builder.Services.AddResponseCompression(options => options.EnableForHttps = true);

    public static void UseWebFiles(this WebApplication app)
    {
        if (Folder(app) is not { } folder)
        {
            return;
        }

        var files = new PhysicalFileProvider(folder);
        // Scripts and styles hold no secret that their packed length could tell; the API's answers do, and stay as they are.
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal),
            assets => assets.UseResponseCompression()
        );
        // Both look at the disk for whatever they are asked: what is the API's is none of it.
        app.UseWhen(
            context => !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase),
            pages =>
            {
                pages.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
                pages.UseStaticFiles(Options(files));
            }
        );
    }

    public static void MapWebApp(this WebApplication app)
    {
        // What is no page must not be answered with one: a mistyped API address is a 404 problem.
        app.MapFallback("/api/{**rest}", () => Results.NotFound()).ExcludeFromDescription().AllowAnonymous();
        if (Folder(app) is { } folder)
        {
            app.MapFallbackToFile(Page, Options(new PhysicalFileProvider(folder))).AllowAnonymous();
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

    private static StaticFileOptions Options(IFileProvider files) =>
        new()
        {
            FileProvider = files,
            ContentTypeProvider = Types,
            OnPrepareResponse = Cache,
        };

    // All of them are written in UTF-8; what is not said is guessed.
    private static FileExtensionContentTypeProvider WithCharset()
    {
        var types = new FileExtensionContentTypeProvider();
        foreach (var (ending, type) in types.Mappings.ToList())
        {
            if (
                type.StartsWith("text/", StringComparison.Ordinal)
                || ending is ".js" or ".mjs" or ".json" or ".map" or ".svg" or ".xml" or ".webmanifest"
            )
            {
                types.Mappings[ending] = $"{type}; charset=utf-8";
            }
        }

        return types;
    }

    private static void Cache(StaticFileResponseContext context) =>
        context.Context.Response.Headers.CacheControl = context.Context.Request.Path.StartsWithSegments(
            "/assets",
            StringComparison.Ordinal
        )
            ? "public, max-age=31536000, immutable"
            : "no-cache";
}
