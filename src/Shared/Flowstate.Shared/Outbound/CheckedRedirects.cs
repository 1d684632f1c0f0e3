namespace Flowstate.Shared.Outbound;

/// <summary>
/// Looks at each address before it is called, also where an answer sends the caller on, and takes no more of an answer than
/// allowed. A redirect is followed for GET and HEAD only, without what the caller sent along.
/// </summary>
internal sealed class CheckedRedirects(OutboundOptions options, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const int Most = 3;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        for (var hops = 0; ; hops++)
        {
            Check(request.RequestUri!);
            var response = await Ask(request, ct);
            try
            {
                if (NextOf(request, response) is not { } next)
                {
                    await response.Content.LoadIntoBufferAsync(options.MaxResponseBytes, ct);
                    return response;
                }

                if (hops == Most)
                {
                    throw new AddressRefused($"More than {Most} redirects.");
                }

                request = next;
            }
            catch
            {
                response.Dispose();
                throw;
            }

            response.Dispose();
        }
    }

    // What the connecting refused comes wrapped.
    private async Task<HttpResponseMessage> Ask(HttpRequestMessage request, CancellationToken ct)
    {
        try
        {
            return await base.SendAsync(request, ct);
        }
        catch (HttpRequestException wrapped) when (wrapped.InnerException is AddressRefused refused)
        {
            throw new AddressRefused(refused.Message);
        }
    }

    private void Check(Uri address)
    {
        if (address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0)
        {
            throw new AddressRefused("Only http and https addresses without a name and password are called.");
        }

        if (!options.OpenPorts.Contains(address.Port))
        {
            throw new AddressRefused($"Port {address.Port} is not called.");
        }
    }

    private static HttpRequestMessage? NextOf(HttpRequestMessage request, HttpResponseMessage response)
    {
        var isRedirect =
            (int)response.StatusCode is 301 or 302 or 303 or 307 or 308
            && (request.Method == HttpMethod.Get || request.Method == HttpMethod.Head);
        if (!isRedirect || response.Headers.Location is not { } location)
        {
            return null;
        }

        var next = new Uri(request.RequestUri!, location);
        return request.RequestUri!.Scheme == "https" && next.Scheme != "https"
            ? throw new AddressRefused("A redirect from https to http is not followed.")
            : new HttpRequestMessage(request.Method, next);
    }
}
