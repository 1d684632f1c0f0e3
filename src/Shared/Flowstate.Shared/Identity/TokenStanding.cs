using System.Security.Claims;
using Flowstate.Shared.Slices;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Shared.Identity;

/// <summary>What the bearer of a token is and may do now.</summary>
public sealed record Standing(string Role, string[] Permissions);

/// <summary>
/// Asked on every request, with a token that was verified; an error refuses it. A host in which nobody registers one
/// believes the token until it ends.
/// </summary>
public delegate ValueTask<Result<Standing>> TokenCheck(ClaimsPrincipal bearer, CancellationToken ct);

internal static class TokenStanding
{
    private static readonly object Refusal = new();

    public static async Task Ask(TokenValidatedContext context)
    {
        var http = context.HttpContext;
        if (
            context.Principal is not { } bearer
            || !bearer.HasClaim(claim => claim.Type == "sid")
            || http.RequestServices.GetService<TokenCheck>() is not { } check
        )
        {
            return;
        }

        var standing = await check(bearer, http.RequestAborted);
        if (standing.Error is { } error)
        {
            // Not an answer yet: what is open to everybody stays open to whoever comes with an old token.
            http.Items[Refusal] = error;
            context.Fail(error.Message);
            return;
        }

        context.Principal = bearer.With(standing.Value);
    }

    /// <summary>A 401 that names its reason, where there is one.</summary>
    public static Task SayWhy(JwtBearerChallengeContext context)
    {
        if (context.HttpContext.Items[Refusal] is not Error error)
        {
            return Task.CompletedTask;
        }

        context.HandleResponse();
        return Problems.From(error).ExecuteAsync(context.HttpContext);
    }

    private static ClaimsPrincipal With(this ClaimsPrincipal bearer, Standing now) =>
        new(
            new ClaimsIdentity(
                bearer
                    .Claims.Where(claim => claim.Type is not ("role" or PermissionExtensions.ClaimType))
                    .Append(new Claim("role", now.Role))
                    .Concat(now.Permissions.Select(name => new Claim(PermissionExtensions.ClaimType, name))),
                bearer.Identity!.AuthenticationType,
                "sub",
                "role"
            )
        );
}
