using Carter;
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

/// <summary>A new list of ten; what is left of the old one opens nothing more.</summary>
internal static class RenewRecoveryCodes
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
                    "/me/recovery-codes",
                    async (Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToHttp()
                )
                .WithName(nameof(RenewRecoveryCodes))
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

    internal sealed class Handler(IdentityDbContext db, CurrentUser current, SecondFactorCodes codes)
        : IRequestHandler<Request, Result<Response>>
    {
        public async Task<Result<Response>> Handle(Request request, CancellationToken cancellationToken)
        {
            var user = await db.Users.SingleOrDefaultAsync(row => row.Id == current.MemberId, cancellationToken);
            if (user is null)
            {
                return SessionOpener.SessionEnded;
            }

            if ((await codes.MethodsOf(user.Id, cancellationToken)).Length == 0)
            {
                return SecondFactorCodes.Off;
            }

            if ((await codes.Take(user, request.Code, cancellationToken)).Error is { } wrong)
            {
                return wrong;
            }

            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var list = await codes.NewList(user.Id, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return new Response(list);
        }
    }
}
