using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Flowstate.Host.Http;

/// <summary>Allows the API reference the inline script it was served with, and no other.</summary>
internal static partial class DocsPage
{
    public static void UseDocsPage(this WebApplication app) =>
        app.UseWhen(context => context.Request.Path.Value is "/docs" or "/docs/", docs => docs.Use(AllowItsOwnScripts));

    private static async Task AllowItsOwnScripts(HttpContext context, RequestDelegate next)
    {
        var answer = context.Response.Body;
        using var page = new MemoryStream();
        context.Response.Body = page;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = answer;
        }

        var html = Encoding.UTF8.GetString(page.GetBuffer(), 0, (int)page.Length);
        var hashes = InlineScript().Matches(html).Select(script => $" 'sha256-{Hash(script.Groups["code"].Value)}'");
        context.Response.Headers.ContentSecurityPolicy = SecurityHeaders.Docs.Replace(
            "{0}",
            string.Concat(hashes),
            StringComparison.Ordinal
        );
        page.Position = 0;
        await page.CopyToAsync(answer, context.RequestAborted);
    }

    // A browser hashes the text after it has made every line end a line feed.
    private static string Hash(string code) =>
        Convert.ToBase64String(
            SHA256.HashData(Encoding.UTF8.GetBytes(code.Replace("\r\n", "\n", StringComparison.Ordinal)))
        );

    [GeneratedRegex("<script(?![^>]*src=)[^>]*>(?<code>.*?)</script>", RegexOptions.Singleline, 1000)]
    private static partial Regex InlineScript();
}
