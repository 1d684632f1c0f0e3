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
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Features.Accounts;

/// <summary>The sign-up's mail once more, with a new link; for an address that asked for nothing nothing happens.</summary>
internal static class ResendSignUpMail
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
                    "/accounts/resend",
                    async (Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToAccepted()
                )
                .WithName(nameof(ResendSignUpMail))
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
            var (email, now) = (EmailAddress.Normalise(request.Email), clock.GetUtcNow());
            var asked = await db
                .SignUps.Where(row => row.Email == email && row.ExpiresAt > now)
                .OrderByDescending(row => row.Id)
                .Select(row => (Guid?)row.Id)
                .FirstOrDefaultAsync(cancellationToken);
            // Queued for an unknown address as well, which is the same work.
            var id = asked ?? Guid.CreateVersion7();
            jobs.Enqueue<SendSignUpMail>(job => job.Run(id, CancellationToken.None));
            return MailSent.Answer;
        }
    }
}
