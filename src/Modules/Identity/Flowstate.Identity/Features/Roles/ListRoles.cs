using Carter;
using Flowstate.Identity.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Features.Roles;

/// <summary>The roles of the workspace, built-in ones first.</summary>
internal static class ListRoles
{
    internal sealed record Request : IRequest<Result<IReadOnlyList<RoleView>>>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/roles",
                    async (IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(), ct)).ToHttp()
                )
                .WithName(nameof(ListRoles))
                .Answers<IReadOnlyList<RoleView>>()
                .RequirePermission(IdentityModule.Read);
    }

    internal sealed class Handler(IdentityDbContext db) : IRequestHandler<Request, Result<IReadOnlyList<RoleView>>>
    {
        public async Task<Result<IReadOnlyList<RoleView>>> Handle(
            Request request,
            CancellationToken cancellationToken
        ) =>
            await RoleView
                .Of(db.Roles.OrderByDescending(role => role.BuiltIn).ThenBy(role => role.Name), db)
                .AsNoTracking()
                .ToArrayAsync(cancellationToken);
    }
}
