using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Flowstate.Shared.Identity;

/// <summary>A right that a module declares and its endpoints require; roles in the database grant it.</summary>
public sealed record Permission(string Name, string Meaning);

/// <summary>What an endpoint requires, readable by tests and by OpenAPI.</summary>
public sealed record RequiredPermission(string Name);

public static class PermissionExtensions
{
    public const string ClaimType = "perm";

    public static RouteHandlerBuilder RequirePermission(this RouteHandlerBuilder route, string permission) =>
        route
            .RequireAuthorization(new AuthorizationPolicyBuilder().RequireClaim(ClaimType, permission).Build())
            .WithMetadata(new RequiredPermission(permission))
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden);
}
