using Carter;
using Flowstate.Identity.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Features.Invitations;

/// <summary>Its link opens nothing any more.</summary>
internal static class WithdrawInvitation
{
    internal sealed record Request(Guid Id) : IRequest<Result<Done>>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapDelete(
                    "/invitations/{id:guid}",
                    async (Guid id, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(id), ct)).ToHttp()
                )
                .WithName(nameof(WithdrawInvitation))
                .Answers<Done>()
                .ProducesProblem(StatusCodes.Status404NotFound)
                .RequirePermission(IdentityModule.Manage);
    }

    internal sealed class Handler(IdentityDbContext db, TimeProvider clock) : IRequestHandler<Request, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Request request, CancellationToken cancellationToken)
        {
            var invitation = await db.Invitations.SingleOrDefaultAsync(
                row => row.Id == request.Id && row.ClosedAt == null,
                cancellationToken
            );
            if (invitation is null)
            {
                return InvitationView.NotFound;
            }

            invitation.Close(clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
