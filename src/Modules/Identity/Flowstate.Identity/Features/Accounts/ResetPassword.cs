using Carter;
using Flowstate.Identity.Domain;
using Flowstate.Identity.Features.Sessions;
using Flowstate.Identity.Features.Workspaces;
using Flowstate.Identity.Persistence;
using Flowstate.Identity.Security;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Features.Accounts;

/// <summary>A new password for whoever reads the address's mail. Every session ends, and the address waits no longer.</summary>
internal static class ResetPassword
{
    internal sealed record Request(string Token, string Password) : IRequest<Result<Done>>, IAnswersOnce, IAttempt
    {
        string? IAttempt.Email => null;
    }

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Token).OfLink();
            RuleFor(request => request.Password).NewPassword();
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/password/reset",
                    async (Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToHttp()
                )
                .WithName(nameof(ResetPassword))
                .Answers<Done>()
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
                .ProducesProblem(StatusCodes.Status429TooManyRequests)
                .LimitAttempts()
                .AllowAnonymous();
    }

    internal sealed class Handler(
        IdentityDbContext db,
        Passwords passwords,
        Lockout lockout,
        SessionCheck check,
        TimeProvider clock
    ) : IRequestHandler<Request, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Request request, CancellationToken cancellationToken)
        {
            if (CommonPasswords.Refuse(request.Password) is { } common)
            {
                return common;
            }

            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (await TakeUser(request.Token, cancellationToken) is not { } user)
            {
                return Links.Spent;
            }

            user.ChangePassword(await passwords.Hash(request.Password, cancellationToken));
            await db.SaveChangesAsync(cancellationToken);
            // The counters of devices end with the password that their cookies are bound to.
            await lockout.Lift(Lockout.AddressCounterOf(user.Email), cancellationToken);
            var now = clock.GetUtcNow();
            await db.EndSessions(user.Id, null, Session.PasswordChanged, now, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            await check.ForgetUser(user.Id);
            return default(Done);
        }

        // Whichever link is used, it is the last: older mails open nothing more. Of two at once the second finds no row.
        private async Task<User?> TakeUser(string token, CancellationToken ct)
        {
            var (hash, now) = (Secret.Read(token), clock.GetUtcNow());
            var email = await db
                .PasswordResets.Where(row => hash != null && row.SecretHash == hash && row.ExpiresAt > now)
                .Select(row => row.Email)
                .SingleOrDefaultAsync(ct);
            return
                email is not null
                && await db.PasswordResets.Where(row => row.SecretHash == hash).ExecuteDeleteAsync(ct) == 1
                && await db.PasswordResets.Where(row => row.Email == email).ExecuteDeleteAsync(ct) >= 0
                ? await db.Users.SingleOrDefaultAsync(row => row.Email == email, ct)
                : null;
        }
    }
}
