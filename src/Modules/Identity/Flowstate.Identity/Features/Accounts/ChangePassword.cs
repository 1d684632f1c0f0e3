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
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Identity.Features.Accounts;

/// <summary>Whoever changes a password may have lost the old one: every other session ends.</summary>
internal static class ChangePassword
{
    internal sealed record Request(string Current, string New) : IRequest<Result<Done>>, IAnswersOnce, IAttempt
    {
        // The address is the token's: what is counted is where the guesses come from.
        string? IAttempt.Email => null;
    }

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Current).TypedPassword("Say your current password.");
            RuleFor(request => request.New).NewPassword();
            RuleFor(request => request.New)
                .NotEqual(request => request.Current)
                .WithMessage("That is the password you have. Choose another.");
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/me/password",
                    async (Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToHttp()
                )
                .WithName(nameof(ChangePassword))
                .Answers<Done>()
                // Whatever the role: a password is its person's.
                .RequireAuthorization()
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status401Unauthorized)
                .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
                .ProducesProblem(StatusCodes.Status429TooManyRequests)
                .LimitAttempts();
    }

    internal sealed class Handler(
        IdentityDbContext db,
        CurrentUser current,
        Passwords passwords,
        OwnPassword own,
        SessionCheck check,
        TimeProvider clock
    ) : IRequestHandler<Request, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Request request, CancellationToken cancellationToken)
        {
            if (CommonPasswords.Refuse(request.New, "new") is { } common)
            {
                return common;
            }

            var known = await own.Check(request.Current, "current", cancellationToken);
            if (known.Error is { } refusal)
            {
                return refusal;
            }

            var user = known.Value;

            user.ChangePassword(await passwords.Hash(request.New, cancellationToken));
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await db.EndSessions(
                user.Id,
                current.SessionId,
                Session.PasswordChanged,
                clock.GetUtcNow(),
                cancellationToken
            );
            await transaction.CommitAsync(cancellationToken);
            await check.ForgetUser(user.Id);
            return default(Done);
        }
    }
}
