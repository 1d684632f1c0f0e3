using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Flowstate.Shared.Slices;

internal static class Utf8Only
{
    /// <summary>
    /// JSON is UTF-8 (RFC 8259 §8.1). Another charset is a 415 here: the framework's reader throws over one it does not know.
    /// </summary>
    public static IApplicationBuilder UseUtf8Only(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (
                    MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
                    && type.SubType.EndsWith("json", StringComparison.OrdinalIgnoreCase)
                    && type.Charset.HasValue
                    && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
                )
                {
                    context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
                    return Task.CompletedTask;
                }

                return next(context);
            }
        );
}
