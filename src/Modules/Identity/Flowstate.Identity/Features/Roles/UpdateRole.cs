using Carter;
using Flowstate.Identity.Persistence;
using Flowstate.Identity.Security;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Features.Roles;

/// <summary>Changes what a role of one's own grants; its members have it from their next request on.</summary>
internal static class UpdateRole
{
    internal sealed record Body(string[] Permissions);

    internal sealed record Request(string Name, string[] Permissions) : IRequest<Result<RoleView>>, IAnswersOnce;

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator() =>
            RuleFor(request => request.Permissions).NotNull().WithMessage("Say what the role may do.");
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPut(
                    "/roles/{name}",
                    async (string name, Body body, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(name, body.Permissions), ct)).ToHttp()
                )
                .WithName(nameof(UpdateRole))
                .Answers<RoleView>()
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status409Conflict)
                .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
                .RequirePermission(IdentityModule.Manage);
    }

    internal sealed class Handler(
        IdentityDbContext db,
        CurrentUser user,
        GrantablePermissions grantable,
        SessionCheck check
    ) : IRequestHandler<Request, Result<RoleView>>
    {
        public async Task<Result<RoleView>> Handle(Request request, CancellationToken cancellationToken)
        {
            var role = await db.Roles.SingleOrDefaultAsync(row => row.Name == request.Name, cancellationToken);
            if (role is null)
            {
                return RoleRules.NotFound;
            }

            if (role.BuiltIn)
            {
                return RoleRules.BuiltIn;
            }

            if (RoleRules.Refuse(request.Permissions, role.Permissions, user, grantable) is { } refusal)
            {
                return refusal;
            }

            role.Grant(request.Permissions);
            await db.SaveChangesAsync(cancellationToken);
            await check.ForgetRole(user.WorkspaceId, role.Name);
            return await RoleView
                .Of(db.Roles.Where(row => row.Name == request.Name), db)
                .SingleAsync(cancellationToken);
        }
    }
}
