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

namespace Flowstate.Identity.Features.Accounts;

/// <summary>Writes the wish down and looks nobody up: for an address that nobody has it does just the same.</summary>
internal static class ForgotPassword
{
    internal sealed record Request(string Email) : IRequest<Result<MailSent>>, IAttempt;

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Email).Email();
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/password/forgot",
                    async (Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToAccepted()
                )
                .WithName(nameof(ForgotPassword))
                .Answers<MailSent>(StatusCodes.Status202Accepted)
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status429TooManyRequests)
                .LimitAttempts()
                .AllowAnonymous();
    }

    internal sealed class Handler(IdentityDbContext db, JobQueue jobs, TimeProvider clock)
        : IRequestHandler<Request, Result<MailSent>>
    {
        public async Task<Result<MailSent>> Handle(Request request, CancellationToken cancellationToken)
        {
            var asked = PasswordReset.Ask(request.Email, clock.GetUtcNow());
            db.PasswordResets.Add(asked);
            await db.SaveChangesAsync(cancellationToken);
            jobs.Enqueue<SendResetMail>(job => job.Run(asked.Id, CancellationToken.None));
            return MailSent.Answer;
        }
    }
}
