using Carter;
using Flowstate.Identity.Domain;
using Flowstate.Identity.Features.Workspaces;
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
    /// <param name="Invitation">What stands in an invitation's link: who comes by it joins. It goes with the last step.</param>
    internal sealed record Request(string Email, string Password, string? Invitation = null)
        : IRequest<Result<Response>>,
            IAnswersOnce,
            IAttempt;

    internal sealed record Response(OpenedSession? Opened, SecondFactorAsked? Asked);

    // Nothing about the address's form: what no account can have must be answered like what no account has.
    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Email).NotEmpty().WithMessage("Say your mail address.").Text(1000);
            RuleFor(request => request.Password).TypedPassword();
            RuleFor(request => request.Invitation).OfLink().When(request => request.Invitation is not null);
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/sign-in",
                    async (Request request, IMediator mediator, RefreshCookie cookie, CancellationToken ct) =>
                        (await mediator.Send(request, ct))
                            .Then<SignInAnswer>(answer =>
                                answer.Opened is { } opened ? cookie.Hand(opened).Value : answer.Asked!
                            )
                            .ToHttp()
                )
                .WithName(nameof(SignIn))
                .Answers<SignInAnswer>()
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status401Unauthorized)
                .ProducesProblem(StatusCodes.Status403Forbidden)
                .ProducesProblem(StatusCodes.Status409Conflict)
                .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
                .ProducesProblem(StatusCodes.Status429TooManyRequests)
                .LimitAttempts()
                .AllowAnonymous();
    }

    internal sealed class Handler(
        IdentityDbContext db,
        Passwords passwords,
        Lockout lockout,
        SecondFactorCodes codes,
        SessionOpener sessions,
        TimeProvider clock
    ) : IRequestHandler<Request, Result<Response>>
    {
        private static readonly Error WrongCredentials = new(
            ErrorKind.Unauthenticated,
            "identity.wrong-credentials",
            "The mail address or the password is wrong."
        );

        public async Task<Result<Response>> Handle(Request request, CancellationToken cancellationToken)
        {
            var email = EmailAddress.Normalise(request.Email);
            var user = await db.Users.SingleOrDefaultAsync(row => row.Email == email, cancellationToken);
            // A waiting address costs the same work and gets the same words, right or wrong.
            var counter = lockout.CounterOf(email, user?.PasswordHash);
            var waits = await lockout.Waits(counter, cancellationToken);
            var right = await passwords.Verify(request.Password, user?.PasswordHash, cancellationToken);
            if (waits || !right || user is null)
            {
                await lockout.CountFailure(counter, cancellationToken);
                // Nobody's failure is written down too: it has to cost what somebody's does.
                var (whose, where) = (user?.Id ?? Guid.Empty, user?.Workspaces.FirstOrDefault());
                await db.Audit("sign-in-failed", "users", whose, new { waits }, cancellationToken, where);
                return WrongCredentials;
            }

            if (passwords.IsWeak(user.PasswordHash))
            {
                user.ChangePassword(await passwords.Hash(request.Password, cancellationToken));
                await db.SaveChangesAsync(cancellationToken);
            }

            if (await codes.MethodsOf(user.Id, cancellationToken) is { Length: > 0 } methods)
            {
                // The wait is not lifted: a known password would buy any number of guesses at the code.
                return new Response(null, await Ask(user, methods, cancellationToken));
            }

            var opened = await sessions.Open(user, SignInMethods.Password, request.Invitation, cancellationToken);
            if (opened.IsSuccess)
            {
                await lockout.Lift(counter, cancellationToken);
            }

            return opened.Then(session => new Response(session, null));
        }

        private async Task<SecondFactorAsked> Ask(User user, string[] methods, CancellationToken ct)
        {
            if (await db.Passkeys.AnyAsync(row => row.UserId == user.Id, ct))
            {
                methods = [.. methods, "passkey"];
            }

            var (presented, hash) = Secret.New();
            db.Challenges.Add(Challenge.Ask(user.Id, hash, clock.GetUtcNow()));
            await db.SaveChangesAsync(ct);
            return new SecondFactorAsked(new PendingSignIn(presented, methods, (int)Challenge.Lifetime.TotalSeconds));
        }
    }
}
