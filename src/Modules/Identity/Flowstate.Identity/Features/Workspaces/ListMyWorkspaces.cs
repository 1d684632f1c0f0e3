using Carter;
using Flowstate.Identity.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Flowstate.Identity.Features.Workspaces;

/// <summary>The workspaces that I am a member of, in the order I joined them.</summary>
internal static class ListMyWorkspaces
{
    internal sealed record Request : IRequest<Result<IReadOnlyList<Response>>>;

    /// <param name="Role">Mine, there.</param>
    /// <param name="Current">The one that the access token is for.</param>
    internal sealed record Response(Guid Id, string Name, string Role, bool Current);

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/workspaces/mine",
                    async (IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(), ct)).ToHttp()
                )
                .WithName(nameof(ListMyWorkspaces))
                .Answers<IReadOnlyList<Response>>()
                // Whatever the role: everybody may know where they belong.
                .RequireAuthorization()
                .ProducesProblem(StatusCodes.Status401Unauthorized);
    }

    internal sealed class Handler(IdentityDbContext db, CurrentUser user, IServiceScopeFactory scopes)
        : IRequestHandler<Request, Result<IReadOnlyList<Response>>>
    {
        public async Task<Result<IReadOnlyList<Response>>> Handle(Request request, CancellationToken cancellationToken)
        {
            var mine = await db
                .Users.Where(row => row.Id == user.MemberId)
                .Select(row => row.Workspaces)
                .SingleOrDefaultAsync(cancellationToken);
            List<Response> seen = [];
            foreach (var workspace in mine ?? [])
            {
                if (await Look(workspace, cancellationToken) is { } response)
                {
                    seen.Add(response);
                }
            }

            return seen;
        }

        // Each from inside: a workspace's members cannot be read from another.
        private async Task<Response?> Look(Guid workspaceId, CancellationToken ct)
        {
            await using var scope = new WorkspaceScope(scopes, workspaceId);
            var there = scope.Db;
            var (me, here) = (user.MemberId, user.WorkspaceId);
            return await (
                from member in there.Members
                join workspace in there.Workspaces on member.WorkspaceId equals workspace.WorkspaceId
                where member.Id == me
                select new Response(workspace.Id, workspace.Name, member.Role, workspace.Id == here)
            )
                .AsNoTracking()
                .SingleOrDefaultAsync(ct);
        }
    }
}
