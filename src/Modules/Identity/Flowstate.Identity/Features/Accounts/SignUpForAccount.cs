using Carter;
using Flowstate.Identity.Domain;
using Flowstate.Identity.Features.Workspaces;
using Flowstate.Identity.Jobs;
using Flowstate.Identity.Persistence;
using Flowstate.Identity.Security;
using Flowstate.Shared.Jobs;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Flowstate.Identity.Features.Accounts;

/// <summary>
/// Asks for an account with a workspace of one's own. Whether the address has one already is said by mail only: here
/// the answer and the work are the same.
/// </summary>
internal static class SignUpForAccount
{
    /// <param name="TimeZone">IANA id; UTC where nothing is said.</param>
    /// <param name="Country">ISO 3166-1 alpha-2.</param>
    internal sealed record Request(
        string Name,
        string Email,
        string Password,
        string WorkspaceName,
        string? TimeZone = null,
        string? Country = null
    ) : IRequest<Result<MailSent>>, IAnswersOnce, IAttempt;

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Name).PersonName();
            RuleFor(request => request.Email).Email();
            RuleFor(request => request.Password).NewPassword();
            RuleFor(request => request.WorkspaceName).WorkspaceName();
            RuleFor(request => request.TimeZone).TimeZone();
            RuleFor(request => request.Country).Country();
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/accounts",
                    async (Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToAccepted()
                )
                .WithName(nameof(SignUpForAccount))
                .Answers<MailSent>(StatusCodes.Status202Accepted)
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status403Forbidden)
                .ProducesProblem(StatusCodes.Status429TooManyRequests)
                .LimitAttempts()
                .AllowAnonymous();
    }

    internal sealed class Handler(
        IdentityDbContext db,
        Passwords passwords,
        JobQueue jobs,
        IOptions<SignInOptions> options,
        TimeProvider clock
    ) : IRequestHandler<Request, Result<MailSent>>
    {
        private static readonly Error Closed = new(
            ErrorKind.Forbidden,
            "identity.sign-up-closed",
            "Here one is invited. Ask somebody who has a workspace."
        );

        public async Task<Result<MailSent>> Handle(Request request, CancellationToken cancellationToken)
        {
            if (!options.Value.OpenSignUp)
            {
                return Closed;
            }

            if (CommonPasswords.Refuse(request.Password) is { } common)
            {
                return common;
            }

            var asked = SignUp.Ask(
                request.Email,
                request.Name,
                await passwords.Hash(request.Password, cancellationToken),
                request.WorkspaceName,
                request.Country,
                request.TimeZone ?? "UTC",
                clock.GetUtcNow()
            );
            db.SignUps.Add(asked);
            await db.SaveChangesAsync(cancellationToken);
            jobs.Enqueue<SendSignUpMail>(job => job.Run(asked.Id, CancellationToken.None));
            return MailSent.Answer;
        }
    }
}
