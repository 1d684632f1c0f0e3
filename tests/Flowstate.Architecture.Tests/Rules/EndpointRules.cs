using System.Reflection;
using Carter;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Modules;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;

namespace Flowstate.Architecture.Tests.Rules;

/// <summary>The routes as ASP.NET Core sees them once every module is mapped; no server is started.</summary>
internal static class EndpointRules
{
    public static Verdict EveryRouteSaysWhoMayCallIt(Codebase code) =>
        OnRoutes(
            code,
            route =>
                route.Metadata.GetMetadata<RequiredPermission>() is not null
                || route.Metadata.GetMetadata<IAllowAnonymous>() is not null
                || route.Metadata.GetMetadata<IAuthorizeData>() is not null
                    ? []
                    : ["says nothing about who may call it"]
        );

    public static Verdict EveryRequiredPermissionIsDeclared(Codebase code)
    {
        var declared = code
            .Modules.SelectMany(module => module.Instance?.Permissions ?? [])
            .Select(permission => permission.Name)
            .ToHashSet(StringComparer.Ordinal);
        return OnRoutes(
            code,
            route =>
                route.Metadata.GetMetadata<RequiredPermission>() is { } required && !declared.Contains(required.Name)
                    ? [$"requires {required.Name}, which no module declares"]
                    : []
        );
    }

    public static Verdict EveryRouteIsNamedAfterItsSlice(Codebase code) =>
        OnRoutes(
            code,
            route =>
                SliceOf(route) is { } slice
                && route.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName is var name
                && name?.StartsWith(slice.Name, StringComparison.Ordinal) != true
                    ? [$"is named '{name}', not {slice.Name}"]
                    : []
        );

    private static Verdict OnRoutes(
        Codebase code,
        Func<RouteEndpoint, IEnumerable<string>> offences,
        [System.Runtime.CompilerServices.CallerMemberName] string rule = ""
    ) =>
        Verdict.On(
            Routes(code),
            route =>
                offences(route)
                    .Select(wrong =>
                        $"{string.Join(',', route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])} {route.RoutePattern.RawText} ({SliceOf(route)?.Name}) {wrong}"
                    ),
            rule
        );

    private static List<RouteEndpoint> Routes(Codebase code)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["ConnectionStrings:Flowstate"] = "Host=localhost;Username=nobody;Password=never-connected",
            }
        );
        builder.AddPlatform();
        builder.AddModules([.. code.Modules.Select(module => module.Instance).OfType<IModule>()]);
        var app = builder.Build();
        app.MapModules();
        return
        [
            .. ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>(),
        ];
    }

    /// <summary>The slice whose Endpoint mapped the route; null for the platform's own.</summary>
    private static Type? SliceOf(RouteEndpoint route)
    {
        for (
            var type = route.Metadata.GetMetadata<MethodInfo>()?.DeclaringType;
            type is not null;
            type = type.DeclaringType
        )
        {
            if (type.IsAssignableTo(typeof(ICarterModule)))
            {
                return type.DeclaringType;
            }
        }

        return null;
    }
}
