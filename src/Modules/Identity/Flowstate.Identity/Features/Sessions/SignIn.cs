using Carter;
using Flowstate.Identity.Domain;
using Flowstate.Identity.Persistence;
using Flowstate.Identity.Security;
using Flowstate.Shared.Audit;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Features.Sessions;

internal static class SignIn
{
    internal sealed record Request(string Email, string Password)
        : IRequest<Result<OpenedSession>>,
            IAnswersOnce,
            IAttempt;

    // Nothing about the address's form: what no account can have must be answered like what no account has.
    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Email).NotEmpty().WithMessage("Say your mail address.").Text(1000);
            RuleFor(request => request.Password).NotEmpty().WithMessage("Say your password.");
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/sign-in",
                    async (Request request, IMediator mediator, RefreshCookie cookie, CancellationToken ct) =>
                        cookie.Hand(await mediator.Send(request, ct)).ToHttp()
                )
                .WithName(nameof(SignIn))
                .Answers<SignedIn>()
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status401Unauthorized)
                .ProducesProblem(StatusCodes.Status429TooManyRequests)
                .LimitAttempts()
                .AllowAnonymous();
    }

    internal sealed class Handler(IdentityDbContext db, Passwords passwords, Lockout lockout, SessionOpener sessions)
        : IRequestHandler<Request, Result<OpenedSession>>
    {
        private static readonly Error WrongCredentials = new(
            ErrorKind.Unauthenticated,
            "identity.wrong-credentials",
            "The mail address or the password is wrong."
        );

        public async Task<Result<OpenedSession>> Handle(Request request, CancellationToken cancellationToken)
        {
            var email = EmailAddress.Normalise(request.Email);
            var user = await db.Users.SingleOrDefaultAsync(row => row.Email == email, cancellationToken);
            // A waiting address costs the same work and gets the same words, right or wrong.
            var waits = await lockout.Waits(email, cancellationToken);
            var right = await passwords.Verify(request.Password, user?.PasswordHash, cancellationToken);
            if (waits || !right || user is null)
            {
                if (!waits)
                {
                    await lockout.CountFailure(email, cancellationToken);
                }

                // Nobody's failure is written down too: it has to cost what somebody's does.
                var (whose, where) = (user?.Id ?? Guid.Empty, user?.Workspaces.FirstOrDefault());
                await db.Audit("sign-in-failed", "users", whose, new { waits }, cancellationToken, where);
                return WrongCredentials;
            }

            await lockout.Lift(email, cancellationToken);
            if (passwords.IsWeak(user.PasswordHash))
            {
                user.ChangePassword(await passwords.Hash(request.Password, cancellationToken));
            }

            return await sessions.Open(user, cancellationToken) is { IsSuccess: true } opened
                ? opened
                : WrongCredentials;
        }
    }
}
