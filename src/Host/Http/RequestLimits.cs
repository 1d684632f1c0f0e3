namespace Flowstate.Host.Http;

internal static class RequestLimits
{
    // Uploads say their own, larger limit; everything else is a small JSON document.
    private const long JsonBody = 1024 * 1024;

    public static void LimitRequests(this WebApplicationBuilder builder) =>
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = JsonBody;
        });
}
