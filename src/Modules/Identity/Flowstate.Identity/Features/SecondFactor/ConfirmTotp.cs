using Carter;
using Flowstate.Identity.Domain;
using Flowstate.Identity.Features.Sessions;
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

namespace Flowstate.Identity.Features.SecondFactor;

/// <summary>The first code turns the second factor on. Whoever was signed in elsewhere has to show one there too.</summary>
internal static class ConfirmTotp
{
    internal sealed record Request(string Code) : IRequest<Result<Response>>, IAnswersOnce, IAttempt
    {
        string? IAttempt.Email => null;
    }

    /// <param name="RecoveryCodes">Shown this once; each works once.</param>
    internal sealed record Response(string[] RecoveryCodes);

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Code).Code();
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/me/totp/confirm",
                    async (Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToHttp()
                )
                .WithName(nameof(ConfirmTotp))
                .Answers<Response>()
                // Whatever the role: a second factor is its person's.
                .RequireAuthorization()
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status401Unauthorized)
                .ProducesProblem(StatusCodes.Status409Conflict)
                .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
                .ProducesProblem(StatusCodes.Status429TooManyRequests)
                .LimitAttempts();
    }

    internal sealed class Handler(
        IdentityDbContext db,
        CurrentUser current,
        AuthenticatorSecrets secrets,
        SecondFactorCodes codes,
        SessionCheck check,
        TimeProvider clock
    ) : IRequestHandler<Request, Result<Response>>
    {
        private static readonly Error NotStarted = new(
            ErrorKind.Conflict,
            "identity.nothing-to-confirm",
            "No authenticator app waits to be confirmed. Begin again."
        );

        public async Task<Result<Response>> Handle(Request request, CancellationToken cancellationToken)
        {
            var app = await db
                .Authenticators.AsNoTracking()
                .SingleOrDefaultAsync(row => row.Id == current.MemberId && row.ConfirmedAt == null, cancellationToken);
            if (app is null)
            {
                return NotStarted;
            }

            if (secrets.StepOf(app, request.Code) is not { } step)
            {
                return SecondFactorCodes.Wrong;
            }

            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (!await Confirm(app, step, cancellationToken))
            {
                return NotStarted;
            }

            var list = await codes.NewList(app.Id, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            var now = clock.GetUtcNow();
            await db.EndSessions(app.Id, current.SessionId, Session.SecondFactorChanged, now, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            await check.ForgetUser(app.Id);
            return new Response(list);
        }

        // Only the secret that the code was of: another tab may have begun anew, or confirmed already.
        private async Task<bool> Confirm(Authenticator app, long step, CancellationToken ct)
        {
            var now = clock.GetUtcNow();
            return await db
                    .Authenticators.Where(row =>
                        row.Id == app.Id && row.Secret == app.Secret && row.ConfirmedAt == null
                    )
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(row => row.ConfirmedAt, (DateTimeOffset?)now)
                                .SetProperty(row => row.LastStep, step),
                        ct
                    ) == 1;
        }
    }
}
