using Carter;
using Flowstate.Identity.Domain;
using Flowstate.Identity.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Features.Sessions;

/// <summary>Where I am signed in, what was used last first.</summary>
internal static class ListSessions
{
    internal sealed record Request : IRequest<Result<IReadOnlyList<Response>>>;

    /// <param name="Current">The one that asks.</param>
    internal sealed record Response(
        Guid Id,
        DateTimeOffset CreatedAt,
        DateTimeOffset LastUsedAt,
        string? UserAgent,
        string? RemoteAddress,
        bool Current
    );

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/sessions",
                    async (IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(), ct)).ToHttp()
                )
                .WithName(nameof(ListSessions))
                .Answers<IReadOnlyList<Response>>()
                // Whatever the role: everybody may see where they are signed in.
                .RequireAuthorization()
                .ProducesProblem(StatusCodes.Status401Unauthorized);
    }

    internal sealed class Handler(IdentityDbContext db, CurrentUser user, TimeProvider clock)
        : IRequestHandler<Request, Result<IReadOnlyList<Response>>>
    {
        public async Task<Result<IReadOnlyList<Response>>> Handle(Request request, CancellationToken cancellationToken)
        {
            // Unused for as long as a refresh token lives, it cannot be used again.
            var dead = clock.GetUtcNow() - RefreshToken.Lifetime;
            return await db
                .Sessions.AsNoTracking()
                .Where(row => row.UserId == user.MemberId && row.EndedAt == null && row.LastUsedAt > dead)
                .OrderByDescending(row => row.LastUsedAt)
                .Select(row => new Response(
                    row.Id,
                    row.CreatedAt,
                    row.LastUsedAt,
                    row.UserAgent,
                    row.RemoteAddress,
                    row.Id == user.SessionId
                ))
                .ToArrayAsync(cancellationToken);
        }
    }
}
