using Carter;
using Flowstate.Identity.Jobs;
using Flowstate.Identity.Persistence;
using Flowstate.Identity.Security;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Jobs;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Features.Invitations;

/// <summary>Mails an invitation again, with a new link and seven new days.</summary>
internal static class ResendInvitation
{
    internal sealed record Request(Guid Id) : IRequest<Result<Done>>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/invitations/{id:guid}/resend",
                    async (Guid id, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(id), ct)).ToHttp()
                )
                .WithName(nameof(ResendInvitation))
                .Answers<Done>()
                .ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status429TooManyRequests)
                .RequirePermission(IdentityModule.Manage);
    }

    internal sealed class Handler(IdentityDbContext db, InvitationLimit limit, JobQueue jobs, TimeProvider clock)
        : IRequestHandler<Request, Result<Done>>
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

            if (await limit.Take(invitation.Email) is { } refusal)
            {
                return refusal;
            }

            invitation.Extend(clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            jobs.Enqueue<SendInvitation>(job => job.Run(invitation.WorkspaceId, invitation.Id, CancellationToken.None));
            return default(Done);
        }
    }
}
