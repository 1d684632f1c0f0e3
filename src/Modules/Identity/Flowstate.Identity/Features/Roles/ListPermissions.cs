using Carter;
using Flowstate.Identity.Domain;
using Flowstate.Identity.Security;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Modules;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Identity.Features.Roles;

/// <summary>What roles can grant: whatever the modules declare.</summary>
internal static class ListPermissions
{
    internal sealed record Request : IRequest<Result<IReadOnlyList<Response>>>;

    /// <param name="Meaning">A sentence; empty for a module that runs elsewhere.</param>
    /// <param name="Held">By whoever asks: what they do not hold they cannot grant.</param>
    internal sealed record Response(string Name, string Meaning, bool Held);

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/permissions",
                    async (IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(), ct)).ToHttp()
                )
                .WithName(nameof(ListPermissions))
                .Answers<IReadOnlyList<Response>>()
                .RequirePermission(IdentityModule.Read);
    }

    internal sealed class Handler(GrantablePermissions grantable, PermissionCatalog catalog, CurrentUser user)
        : IRequestHandler<Request, Result<IReadOnlyList<Response>>>
    {
        public Task<Result<IReadOnlyList<Response>>> Handle(Request request, CancellationToken cancellationToken)
        {
            var meanings = catalog.All.ToDictionary(one => one.Name, one => one.Meaning, StringComparer.Ordinal);
            Response[] all =
            [
                .. grantable
                    .All.Where(name => !Role.IsOfTheInstallation(name) || user.Permissions.Contains(name))
                    .Select(name => new Response(
                        name,
                        meanings.GetValueOrDefault(name, ""),
                        user.Permissions.Contains(name)
                    )),
            ];
            return Task.FromResult((Result<IReadOnlyList<Response>>)all);
        }
    }
}
