using Carter;
using Flowstate.Identity.Persistence;
using Flowstate.Identity.Security;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Features.ApiKeys;

/// <summary>Ends a key at once, on every host. The row stays, since what it was for is worth knowing later.</summary>
internal static class RevokeApiKey
{
    internal sealed record Request(Guid Id) : IRequest<Result<Done>>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapDelete(
                    "/api-keys/{id:guid}",
                    async (Guid id, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(id), ct)).ToHttp()
                )
                .WithName(nameof(RevokeApiKey))
                .Answers<Done>()
                .ProducesProblem(StatusCodes.Status404NotFound)
                .RequirePermission(IdentityModule.ApiKeys)
                .RequirePerson();
    }

    internal sealed class Handler(IdentityDbContext db, CurrentUser user, ApiKeyCheck check, TimeProvider clock)
        : IRequestHandler<Request, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Request request, CancellationToken cancellationToken)
        {
            var all = user.Permissions.Contains(IdentityModule.Manage);
            var key = await db.ApiKeys.SingleOrDefaultAsync(
                row => row.Id == request.Id && row.RevokedAt == null && (all || row.MemberId == user.MemberId),
                cancellationToken
            );
            if (key is null)
            {
                return ApiKeyView.NotFound;
            }

            key.Revoke(clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            await check.Forget(key.Id);
            return default(Done);
        }
    }
}
