using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace Flowstate.Shared.Slices;

/// <summary>The version an edit was based on, from the <c>If-Match</c> header (<c>"7"</c>, also weak or bare).</summary>
public readonly record struct IfMatch(long? Version)
{
    public static readonly Error Missing = new(
        ErrorKind.VersionRequired,
        "precondition-required",
        "Say which version you edited: send its ETag as If-Match."
    );

    /// <summary>Binds from the header; a value that is no version counts as missing.</summary>
    public static ValueTask<IfMatch> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var header = context.Request.Headers.IfMatch.ToString().AsSpan().Trim();
        header = header.StartsWith("W/") ? header[2..] : header;
        return ValueTask.FromResult(
            new IfMatch(
                long.TryParse(header.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                    ? version
                    : null
            )
        );
    }
}
