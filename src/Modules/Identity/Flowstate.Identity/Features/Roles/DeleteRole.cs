using Carter;
using Flowstate.Identity.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Flowstate.Identity.Features.Roles;

internal static class DeleteRole
{
    internal sealed record Request(string Name) : IRequest<Result<Done>>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapDelete(
                    "/roles/{name}",
                    async (string name, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(name), ct)).ToHttp()
                )
                .WithName(nameof(DeleteRole))
                .Answers<Done>()
                .ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status409Conflict)
                .RequirePermission(IdentityModule.Manage);
    }

    internal sealed class Handler(IdentityDbContext db) : IRequestHandler<Request, Result<Done>>
    {
        private static readonly Error InUse = new(
            ErrorKind.Conflict,
            "identity.role-in-use",
            "Members have this role, or had it when they left. Give them another first."
        );

        public async Task<Result<Done>> Handle(Request request, CancellationToken cancellationToken)
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

            db.Roles.Remove(role);
            try
            {
                // The database says whether anybody has it: asked first, somebody could get it in between.
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException failed)
                when (failed.InnerException
                        is PostgresException
                        {
                            // PostgreSQL 18 says the second.
                            SqlState: PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.RestrictViolation
                        }
                )
            {
                return InUse;
            }

            return default(Done);
        }
    }
}
