using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Flowstate.Shared.Identity;

/// <summary>
/// The public keys that tokens are verified with, where every library looks for them. Only a host that signs has it:
/// what another believes is nobody else's source.
/// </summary>
internal static class GetKeys
{
    private sealed record KeySet(IEnumerable<IReadOnlyDictionary<string, string>> Keys);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var keys = routes.ServiceProvider.GetRequiredService<TokenKeys>();
        if (keys.Signing is null)
        {
            return;
        }

        var set = new KeySet([.. keys.Believed.Select(TokenKeys.Describe)]);
        routes
            .MapGet(
                "/.well-known/jwks.json",
                (HttpContext http) =>
                {
                    http.Response.Headers[HeaderNames.CacheControl] = "public, max-age=300";
                    return TypedResults.Ok(set);
                }
            )
            .WithName("GetKeys")
            .ExcludeFromDescription()
            .AllowAnonymous();
    }
}
