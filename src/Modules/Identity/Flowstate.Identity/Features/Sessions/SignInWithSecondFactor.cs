using Carter;
using Flowstate.Identity.Domain;
using Flowstate.Identity.Features.SecondFactor;
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

/// <summary>The second half of a sign-in: a code of the person whose password was right a moment ago.</summary>
internal static class SignInWithSecondFactor
{
    /// <param name="Invitation">What stands in an invitation's link: who comes by it joins.</param>
    internal sealed record Request(string Challenge, string Code, string? Invitation = null)
        : IRequest<Result<OpenedSession>>,
            IAnswersOnce,
            IAttempt
    {
        // Stands for the person, so that an office behind one address does not share ten tries.
        string? IAttempt.Email => Challenge;
    }

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Challenge).NotEmpty().WithMessage("Sign in first.").Text(100);
            RuleFor(request => request.Code).Code();
            RuleFor(request => request.Invitation).OfLink().When(request => request.Invitation is not null);
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/sign-in/second-factor",
                    async (Request request, IMediator mediator, RefreshCookie cookie, CancellationToken ct) =>
                        cookie.Hand(await mediator.Send(request, ct)).ToHttp()
                )
                .WithName(nameof(SignInWithSecondFactor))
                .Answers<SignedIn>()
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
        SecondFactorCodes codes,
        Lockout lockout,
        SessionOpener sessions,
        TimeProvider clock
    ) : IRequestHandler<Request, Result<OpenedSession>>
    {
        private static readonly Error Spent = new(
            ErrorKind.Unauthenticated,
            "identity.challenge-spent",
            "That took too long, or too many codes were wrong. Sign in again."
        );

        public async Task<Result<OpenedSession>> Handle(Request request, CancellationToken cancellationToken)
        {
            var hash = Secret.Read(request.Challenge);
            if (hash is null || await TakeTry(hash, cancellationToken) is not { } user)
            {
                return Spent;
            }

            if ((await codes.Take(user, request.Code, cancellationToken)).Error is { } wrong)
            {
                var (details, where) = (new { factor = "second" }, user.Workspaces.FirstOrDefault());
                await db.Audit("sign-in-failed", "users", user.Id, details, cancellationToken, where);
                return wrong;
            }

            // One session per challenge, also for who comes with two right codes at once.
            if (await db.Challenges.Where(row => row.Hash == hash).ExecuteDeleteAsync(cancellationToken) != 1)
            {
                return Spent;
            }

            var opened = await sessions.Open(
                user,
                SignInMethods.PasswordAndCode,
                request.Invitation,
                cancellationToken
            );
            if (opened.IsSuccess)
            {
                await lockout.Lift(lockout.CounterOf(user.Email, user.PasswordHash), cancellationToken);
            }

            return opened;
        }

        // Counted before the code is looked at, so that of many at once no more than five are.
        private async Task<User?> TakeTry(byte[] hash, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            var open = db.Challenges.Where(row => row.Hash == hash && row.ExpiresAt > now && row.TriesLeft > 0);
            return
                await open.ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.TriesLeft, row => row.TriesLeft - 1),
                    ct
                ) == 1
                ? await db
                    .Challenges.Where(row => row.Hash == hash)
                    .Join(db.Users, row => row.UserId, user => user.Id, (_, user) => user)
                    .SingleOrDefaultAsync(ct)
                : null;
        }
    }
}
