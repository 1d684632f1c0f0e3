using Carter;
using Flowstate.Identity.Domain;
using Flowstate.Identity.Features.Accounts;
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
        Joining joining,
        SessionOpener sessions,
        TimeProvider clock
    ) : IRequestHandler<Request, Result<OpenedSession>>
    {
        private static readonly Error SignInFirst = new(
            ErrorKind.Conflict,
            "identity.sign-in-first",
            "Somebody signs in with this address already. Sign in, and give the invitation along."
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
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (await joining.Lock(workspaceId, hash, cancellationToken) is not { } invitation)
            {
                return Links.Spent;
            }

            var person = signedIn is { } id
                ? await joining.Invited(id, invitation, cancellationToken)
                : await New(request, invitation, cancellationToken);
            if (person.Error is { } error)
            {
                return error;
            }

            await joining.Place(person.Value, invitation, request.Name, request.TimeZone, cancellationToken);
            // The cookie that follows takes the place of the one before.
            var replaced = await db.Sessions.SingleOrDefaultAsync(
                row => row.Id == current.SessionId,
                cancellationToken
            );
            replaced?.End(Session.Ended, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            await joining.Forget(workspaceId, person.Value.Id);
            var methods = replaced?.Methods ?? SignInMethods.Password;
            return await sessions.OpenIn(workspaceId, person.Value.Id, methods, cancellationToken);
        }

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
    }
}
