using Carter;
using Flowstate.Identity.Domain;
using Flowstate.Identity.Features.Accounts;
using Flowstate.Identity.Features.Members;
using Flowstate.Identity.Features.Sessions;
using Flowstate.Identity.Features.Workspaces;
using Flowstate.Identity.Persistence;
using Flowstate.Identity.Security;
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
/// Takes the place that was kept: a new person by name and password, a known one signed in with the address that was
/// invited. Either comes out signed in, in the new workspace.
/// </summary>
internal static class AcceptInvitation
{
    /// <param name="Name">Needed, with the password, by who has no account yet.</param>
    /// <param name="TimeZone">IANA id; the workspace's where nothing is said.</param>
    internal sealed record Request(string Token, string? Name = null, string? Password = null, string? TimeZone = null)
        : IRequest<Result<OpenedSession>>,
            IAnswersOnce,
            IAttempt
    {
        string? IAttempt.Email => null;
    }

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Token).OfLink();
            RuleFor(request => request.Name).PersonName().When(request => request.Name is not null);
            RuleFor(request => request.Password!).NewPassword().When(request => request.Password is not null);
            RuleFor(request => request.TimeZone).TimeZone();
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/invitations/accept",
                    async (Request request, IMediator mediator, RefreshCookie cookie, CancellationToken ct) =>
                        cookie.Hand(await mediator.Send(request, ct)).ToHttp()
                )
                .WithName(nameof(AcceptInvitation))
                .Answers<SignedIn>()
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status409Conflict)
                .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
                .ProducesProblem(StatusCodes.Status429TooManyRequests)
                .LimitAttempts()
                .AllowAnonymous();
    }

    internal sealed class Handler(
        IdentityDbContext db,
        CurrentUser current,
        Passwords passwords,
        SessionOpener sessions,
        SessionCheck check,
        TimeProvider clock
    ) : IRequestHandler<Request, Result<OpenedSession>>
    {
        private static readonly Error SignInFirst = new(
            ErrorKind.Conflict,
            "identity.sign-in-first",
            "Somebody signs in with this address already. Sign in, then open the link again."
        );

        private static readonly Error ForAnother = new(
            ErrorKind.Conflict,
            "identity.invitation-for-another",
            "This invitation is for another mail address than the one you are signed in with."
        );

        private static readonly Error WhoAreYou = new(
            ErrorKind.Unprocessable,
            "identity.name-and-password-needed",
            "Say your name and choose a password."
        );

        public async Task<Result<OpenedSession>> Handle(Request request, CancellationToken cancellationToken)
        {
            if (!InvitationToken.TryRead(request.Token, out var workspaceId, out var hash))
            {
                return Links.Spent;
            }

            // Of the token that came along, if one did; the workspace of it is left for the one invited to.
            var signedIn = current.MemberId;
            current.Enter(workspaceId);
            var now = clock.GetUtcNow();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            // Locked, so that of two clicks at once the second finds nothing.
            var invitation = await db
                .Invitations.FromSql(
                    $"select * from identity.invitations where workspace_id = {workspaceId} and secret_hash = {hash} for update"
                )
                .SingleOrDefaultAsync(row => row.ClosedAt == null && row.ExpiresAt > now, cancellationToken);
            if (invitation is null)
            {
                return Links.Spent;
            }

            var person = signedIn is { } id
                ? await Known(id, invitation, cancellationToken)
                : await New(request, invitation, cancellationToken);
            if (person.Error is { } error)
            {
                return error;
            }

            await Join(person.Value, invitation, request, cancellationToken);
            invitation.Close(now);
            // The cookie that follows takes the place of the one before.
            var replaced = await db.Sessions.SingleOrDefaultAsync(
                row => row.Id == current.SessionId,
                cancellationToken
            );
            replaced?.End(Session.Ended, now);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            await check.ForgetUser(person.Value.Id);
            // Who comes back has keys from before.
            await check.ForgetMember(workspaceId, person.Value.Id);
            var methods = replaced?.Methods ?? SignInMethods.Password;
            return await sessions.OpenIn(workspaceId, person.Value.Id, methods, cancellationToken);
        }

        private async Task<Result<User>> Known(Guid id, Invitation invitation, CancellationToken ct) =>
            await db.LockUser(id, ct) is var user && user.Email == invitation.Email ? user : ForAnother;

        private async Task<Result<User>> New(Request request, Invitation invitation, CancellationToken ct)
        {
            if (await db.Users.AnyAsync(user => user.Email == invitation.Email, ct))
            {
                return SignInFirst;
            }

            if (request is not { Name: not null, Password: { } password })
            {
                return WhoAreYou;
            }

            if (CommonPasswords.Refuse(password) is { } common)
            {
                return common;
            }

            var user = User.Create(invitation.Email, await passwords.Hash(password, ct), clock.GetUtcNow());
            db.Users.Add(user);
            return user;
        }

        private async Task Join(User user, Invitation invitation, Request request, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            // Who was here before comes back to what is still under their name; who is here stays as they are.
            if (await db.Members.SingleOrDefaultAsync(row => row.Id == user.Id, ct) is { } before)
            {
                if (before.Status != Member.Active)
                {
                    before.Return(user, now);
                    before.Place(invitation.Role, invitation.SponsorId ?? before.SponsorId, now);
                }

                return;
            }

            var zone = request.TimeZone ?? await db.Workspaces.Select(row => row.TimeZone).SingleAsync(ct);
            var name = request.Name ?? invitation.Email.Split('@')[0];
            db.Members.Add(
                Member.Join(user, invitation.WorkspaceId, name, invitation.Role, zone, now, invitation.SponsorId)
            );
        }
    }
}
