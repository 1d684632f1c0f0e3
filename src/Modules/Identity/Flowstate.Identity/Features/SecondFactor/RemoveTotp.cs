using Carter;
using Flowstate.Identity.Domain;
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
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Identity.Features.SecondFactor;

/// <summary>Takes both factors: an unlocked phone or a seen password alone does not turn it off.</summary>
internal static class RemoveTotp
{
    internal sealed record Request(string Password, string Code) : IRequest<Result<Done>>, IAnswersOnce, IAttempt
    {
        string? IAttempt.Email => null;
    }

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Password).TypedPassword();
            RuleFor(request => request.Code).Code();
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapDelete(
                    "/me/totp",
                    async ([FromBody] Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToHttp()
                )
                .WithName(nameof(RemoveTotp))
                .Answers<Done>()
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
        OwnPassword own,
        SecondFactorCodes codes,
        SessionCheck check,
        TimeProvider clock
    ) : IRequestHandler<Request, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Request request, CancellationToken cancellationToken)
        {
            var known = await own.Check(request.Password, "password", cancellationToken);
            if (known.Error is { } refusal)
            {
                return refusal;
            }

            var user = known.Value;

            if ((await codes.MethodsOf(user.Id, cancellationToken)).Length == 0)
            {
                return SecondFactorCodes.Off;
            }

            if ((await codes.Take(user, request.Code, cancellationToken)).Error is { } wrong)
            {
                return wrong;
            }

            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await codes.Forget(user.Id, cancellationToken);
            var now = clock.GetUtcNow();
            await db.EndSessions(user.Id, current.SessionId, Session.SecondFactorChanged, now, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            await check.ForgetUser(user.Id);
            return default(Done);
        }
    }
}
