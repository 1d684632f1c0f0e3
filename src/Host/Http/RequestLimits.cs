using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Flowstate.Host.Http;

/// <summary>How large and how slow a request may be. Who holds a connection without using it loses it.</summary>
internal static class RequestLimits
{
    // Uploads say their own, larger limit; everything else is a small JSON document.
    private const long JsonBody = 1024 * 1024;

    public static void LimitRequests(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            var limits = kestrel.Limits;
            limits.MaxRequestBodySize = JsonBody;
            limits.MaxRequestHeadersTotalSize = 16 * 1024;
            limits.MaxRequestHeaderCount = 64;
            limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            limits.KeepAliveTimeout = TimeSpan.FromMinutes(1);
            // A phone in a tunnel is slower than that for a moment, hence the grace.
            limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, TimeSpan.FromSeconds(10));
        });
        builder.Services.AddHsts(hsts =>
        {
            hsts.MaxAge = TimeSpan.FromDays(365);
            hsts.IncludeSubDomains = true;
        });
    }
}
