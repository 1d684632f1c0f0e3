using Flowstate.Shared.Slices;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Flowstate.Shared.Identity;

/// <summary>
/// How far a program's key reaches: to what requires a permission, since it holds some of its member's. All else is the
/// person's (password, devices, workspaces, the live connection) and closed to it without having to say so.
/// </summary>
public static class KeyReach
{
    /// <summary>The key's id; a person's token has none.</summary>
    public const string ClaimType = "key";

    private static readonly Error NotByKey = new(
        ErrorKind.Forbidden,
        "identity.not-by-key",
        "An API key cannot do this. Sign in as a person."
    );

    private sealed record ForKeys(bool Open);

    /// <summary>Requires no permission, and a key may still ask it.</summary>
    public static RouteHandlerBuilder AllowKeys(this RouteHandlerBuilder route) =>
        route.WithMetadata(new ForKeys(true));

    /// <summary>Requires a permission, and a key that had it may still not.</summary>
    public static RouteHandlerBuilder RequirePerson(this RouteHandlerBuilder route) =>
        route.WithMetadata(new ForKeys(false));

    public static IApplicationBuilder UseKeyReach(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
                context.User.HasClaim(claim => claim.Type == ClaimType) && !Reaches(context)
                    ? Problems.From(NotByKey).ExecuteAsync(context)
                    : next(context)
        );

    private static bool Reaches(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata is not { } metadata)
        {
            return true;
        }

        // Signing in and the like are open to everybody, and yet nothing for a key; a page of the docs is.
        var page =
            metadata.GetMetadata<IAllowAnonymous>() is not null
            && !context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
        return metadata.GetMetadata<ForKeys>()?.Open
            ?? (page || metadata.GetMetadata<RequiredPermission>() is not null);
    }
}
