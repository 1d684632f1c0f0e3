using Carter;
using Flowstate.Identity.Features.Accounts;
using Flowstate.Identity.Features.Workspaces;
using Flowstate.Identity.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Features.Invitations;

/// <summary>
/// What an invitation is to, for whoever holds its link. A POST, since an address with the secret in it would be written
/// into every log on its way.
/// </summary>
internal static class PreviewInvitation
{
    internal sealed record Request(string Token) : IRequest<Result<Response>>, IAnswersOnce;

    /// <param name="HasAccount">The address signs in already: accept as that person. Else say a name and a password.</param>
    internal sealed record Response(
        string WorkspaceName,
        string InvitedBy,
        string Email,
        string Role,
        DateTimeOffset ExpiresAt,
        bool HasAccount
    );

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Token).OfLink();
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/invitations/preview",
                    async (Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToHttp()
                )
                .WithName(nameof(PreviewInvitation))
                .Answers<Response>()
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
                .AllowAnonymous();
    }

    internal sealed class Handler(IdentityDbContext db, CurrentUser current, TimeProvider clock)
        : IRequestHandler<Request, Result<Response>>
    {
        public async Task<Result<Response>> Handle(Request request, CancellationToken cancellationToken)
        {
            if (!InvitationToken.TryRead(request.Token, out var workspaceId, out var hash))
            {
                return Links.Spent;
            }

            current.Enter(workspaceId);
            var now = clock.GetUtcNow();
            var seen = await (
                from invitation in db.Invitations
                join workspace in db.Workspaces on invitation.WorkspaceId equals workspace.WorkspaceId
                join inviter in db.Members on invitation.InvitedBy equals inviter.Id
                where invitation.SecretHash == hash && invitation.ClosedAt == null && invitation.ExpiresAt > now
                select new Response(
                    workspace.Name,
                    inviter.Name,
                    invitation.Email,
                    invitation.Role,
                    invitation.ExpiresAt,
                    db.Users.Any(user => user.Email == invitation.Email)
                )
            )
                .AsNoTracking()
                .SingleOrDefaultAsync(cancellationToken);
            return seen is null ? Links.Spent : seen;
        }
    }
}
