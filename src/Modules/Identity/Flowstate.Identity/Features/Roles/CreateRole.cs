using Carter;
using Flowstate.Identity.Domain;
using Flowstate.Identity.Persistence;
using Flowstate.Identity.Security;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Identity.Features.Roles;

internal static class CreateRole
{
    internal sealed record Request(string Name, string[] Permissions) : IRequest<Result<RoleView>>;

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Name).RoleName();
            RuleFor(request => request.Permissions).NotNull().WithMessage("Say what the role may do.");
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/roles",
                    async (Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToCreated(role => $"/api/v1/identity/roles/{role.Name}")
                )
                .WithName(nameof(CreateRole))
                .Answers<RoleView>(StatusCodes.Status201Created)
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status409Conflict)
                .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
                .RequirePermission(IdentityModule.Manage);
    }

    internal sealed class Handler(IdentityDbContext db, CurrentUser user, GrantablePermissions grantable)
        : IRequestHandler<Request, Result<RoleView>>
    {
        public async Task<Result<RoleView>> Handle(Request request, CancellationToken cancellationToken)
        {
            if (RoleRules.Refuse(request.Permissions, [], user, grantable) is { } refusal)
            {
                return refusal;
            }

            var role = Role.Define(user.WorkspaceId, request.Name, request.Permissions);
            db.Roles.Add(role);
            await db.SaveChangesAsync(cancellationToken);
            return new RoleView(role.Name, role.BuiltIn, role.Permissions, 0);
        }
    }
}
