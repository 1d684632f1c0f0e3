using Carter;
using Flowstate.Identity.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Features.Sessions;

/// <summary>Another of my workspaces in the same session: the cookie stays, the access token is a new one.</summary>
internal static class SwitchWorkspace
{
    internal sealed record Request(Guid WorkspaceId) : IRequest<Result<SignedIn>>, IAnswersOnce;

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.WorkspaceId).NotEmpty().WithMessage("Say which workspace.");
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/sessions/switch",
                    async (Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToHttp()
                )
                .WithName(nameof(SwitchWorkspace))
                .Answers<SignedIn>()
                // Whatever the role: everybody may look into their own workspaces.
                .RequireAuthorization()
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status401Unauthorized)
                .ProducesProblem(StatusCodes.Status404NotFound);
    }

    internal sealed class Handler(IdentityDbContext db, CurrentUser current, SessionOpener sessions)
        : IRequestHandler<Request, Result<SignedIn>>
    {
        private static readonly Error NotFound = new(
            ErrorKind.NotFound,
            "identity.workspace-not-found",
            "You are not a member of such a workspace."
        );

        public async Task<Result<SignedIn>> Handle(Request request, CancellationToken cancellationToken)
        {
            var session = await db.Sessions.SingleOrDefaultAsync(
                row => row.Id == current.SessionId && row.EndedAt == null,
                cancellationToken
            );
            if (session is null)
            {
                return SessionOpener.SessionEnded;
            }

            var belongs = await db.Users.AnyAsync(
                row => row.Id == session.UserId && row.Workspaces.Contains(request.WorkspaceId),
                cancellationToken
            );
            if (!belongs)
            {
                return NotFound;
            }

            session.SwitchTo(request.WorkspaceId);
            // The answer reads the member there, before the switch is kept.
            var answer = await sessions.Answer(session, "", cancellationToken);
            if (!answer.IsSuccess)
            {
                return NotFound;
            }

            await db.SaveChangesAsync(cancellationToken);
            return answer.Value.SignedIn;
        }
    }
}
