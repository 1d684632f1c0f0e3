using Flowstate.Shared.Slices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Flowstate.Identity.Security;

/// <summary>
/// Endpoints that trust a cookie ask for a header of ours: another site's form cannot send one, and its script only
/// after a preflight that this server does not answer.
/// </summary>
internal static class FlowstateHeader
{
    private const string Name = "X-Flowstate";

    private static readonly Error Missing = new(
        ErrorKind.Forbidden,
        "identity.missing-csrf-header",
        $"Send the header {Name}: 1."
    );

    public static RouteHandlerBuilder RequireFlowstateHeader(this RouteHandlerBuilder route) =>
        route.AddEndpointFilter(
            async (context, next) =>
                context.HttpContext.Request.Headers[Name].ToString().Length > 0
                    ? await next(context)
                    : Problems.From(Missing)
        );
}
