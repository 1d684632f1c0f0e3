using Carter;
using Flowstate.Identity.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Features.Invitations;

/// <summary>The invitations that are neither accepted nor withdrawn, the newest first; also those that have run out.</summary>
internal static class ListInvitations
{
    internal sealed record Request : IRequest<Result<IReadOnlyList<InvitationView>>>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/invitations",
                    async (IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(), ct)).ToHttp()
                )
                .WithName(nameof(ListInvitations))
                .Answers<IReadOnlyList<InvitationView>>()
                .RequirePermission(IdentityModule.Manage);
    }

    internal sealed class Handler(IdentityDbContext db)
        : IRequestHandler<Request, Result<IReadOnlyList<InvitationView>>>
    {
        public async Task<Result<IReadOnlyList<InvitationView>>> Handle(
            Request request,
            CancellationToken cancellationToken
        )
        {
            var open = await db
                .Invitations.AsNoTracking()
                .Where(row => row.ClosedAt == null)
                .OrderByDescending(row => row.Id)
                .ToListAsync(cancellationToken);
            return open.ConvertAll(InvitationView.Of);
        }
    }
}
