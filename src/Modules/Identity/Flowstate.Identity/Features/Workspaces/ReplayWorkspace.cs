using Carter;
using Flowstate.Identity.Domain;
using Flowstate.Identity.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Features.Workspaces;

/// <summary>
/// Tells the workspace and its members again at the versions they have, so that a new subscriber can fill itself; whoever
/// has a copy drops what is not newer.
/// </summary>
internal static class ReplayWorkspace
{
    internal sealed record Request : IRequest<Result<Done>>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/replay",
                    async (IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(), ct)).ToHttp()
                )
                .WithName(nameof(ReplayWorkspace))
                .Answers<Done>()
                .RequirePermission(IdentityModule.Manage);
    }

    internal sealed class Handler(IdentityDbContext db, TimeProvider clock) : IRequestHandler<Request, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Request request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var workspace = await db.Workspaces.SingleAsync(cancellationToken);
            var members = await db.Members.OrderBy(member => member.JoinedAt).ToListAsync(cancellationToken);
            workspace.Tell(members.First(member => member.Role == Role.Owner).Id, now);
            members.ForEach(member => member.Tell(now));
            await db.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
