using Carter;
using Flowstate.Identity.Domain;
using Flowstate.Identity.Features.Members;
using Flowstate.Identity.Features.Workspaces;
using Flowstate.Identity.Jobs;
using Flowstate.Identity.Persistence;
using Flowstate.Identity.Security;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Jobs;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Features.Invitations;

/// <summary>Invites a mail address into the workspace, with a role and, where it is said, a sponsor.</summary>
internal static class InviteMember
{
    internal sealed record Request(string Email, string Role, Guid? SponsorId = null)
        : IRequest<Result<InvitationView>>;

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Email).Email();
            RuleFor(request => request.Role).NotEmpty().WithMessage("Say which role.");
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/invitations",
                    async (Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToCreated(_ => "/api/v1/identity/invitations")
                )
                .WithName(nameof(InviteMember))
                .Answers<InvitationView>(StatusCodes.Status201Created)
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status409Conflict)
                .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
                .ProducesProblem(StatusCodes.Status429TooManyRequests)
                .RequirePermission(IdentityModule.Manage);
    }

    internal sealed class Handler(
        IdentityDbContext db,
        CurrentUser user,
        InvitationLimit limit,
        JobQueue jobs,
        TimeProvider clock
    ) : IRequestHandler<Request, Result<InvitationView>>
    {
        private static readonly Error AlreadyHere = new(
            ErrorKind.Conflict,
            "identity.already-member",
            "This person is a member already."
        );

        public async Task<Result<InvitationView>> Handle(Request request, CancellationToken cancellationToken)
        {
            if (user.MemberId is not { } me)
            {
                return Rights.NotYours;
            }

            if ((await Refusal(request, cancellationToken) ?? await limit.Take(request.Email)) is { } refusal)
            {
                return refusal;
            }

            var invitation = Invitation.Write(
                user.WorkspaceId,
                request.Email,
                request.Role,
                request.SponsorId,
                me,
                clock.GetUtcNow()
            );
            db.Invitations.Add(invitation);
            await db.SaveChangesAsync(cancellationToken);
            jobs.Enqueue<SendInvitation>(job => job.Run(invitation.WorkspaceId, invitation.Id, CancellationToken.None));
            return InvitationView.Of(invitation);
        }

        private async Task<Error?> Refusal(Request request, CancellationToken ct)
        {
            var role = await db.Roles.AsNoTracking().SingleOrDefaultAsync(row => row.Name == request.Role, ct);
            if (role is null)
            {
                return Rights.NoSuchRole;
            }

            if (!user.Covers(role))
            {
                return Rights.NotYours;
            }

            var email = EmailAddress.Normalise(request.Email);
            if (
                await db.Members.AnyAsync(
                    row =>
                        row.Status == Member.Active
                        && db.Users.Any(person => person.Id == row.Id && person.Email == email),
                    ct
                )
            )
            {
                return AlreadyHere;
            }

            // The index decides; asked here too, since what sends no mail must not count as one.
            if (await db.Invitations.AnyAsync(row => row.Email == email && row.ClosedAt == null, ct))
            {
                return InvitationView.AlreadyInvited;
            }

            return request.SponsorId is not { } sponsor || await db.Members.AnyAsync(row => row.Id == sponsor, ct)
                ? null
                : Rights.NoSuchSponsor;
        }
    }
}
