using Carter;
using Flowstate.Identity.Domain;
using Flowstate.Identity.Persistence;
using Flowstate.Identity.Security;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Features.Sessions;

/// <summary>Signs one of my devices out, from any other.</summary>
internal static class EndSession
{
    internal sealed record Request(Guid Id) : IRequest<Result<Done>>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapDelete(
                    "/sessions/{id:guid}",
                    async (Guid id, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(id), ct)).ToHttp()
                )
                .WithName(nameof(EndSession))
                .Answers<Done>()
                // Whatever the role: everybody may sign their own devices out.
                .RequireAuthorization()
                .ProducesProblem(StatusCodes.Status401Unauthorized)
                .ProducesProblem(StatusCodes.Status404NotFound);
    }

    internal sealed class Handler(IdentityDbContext db, CurrentUser user, SessionCheck check, TimeProvider clock)
        : IRequestHandler<Request, Result<Done>>
    {
        private static readonly Error NotFound = new(
            ErrorKind.NotFound,
            "identity.session-not-found",
            "There is no such session of yours."
        );

        public async Task<Result<Done>> Handle(Request request, CancellationToken cancellationToken)
        {
            var session = await db.Sessions.SingleOrDefaultAsync(
                row => row.Id == request.Id && row.UserId == user.MemberId && row.EndedAt == null,
                cancellationToken
            );
            if (session is null)
            {
                return NotFound;
            }

            session.End(Session.Ended, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            await check.ForgetSession(session.Id);
            return default(Done);
        }
    }
}
