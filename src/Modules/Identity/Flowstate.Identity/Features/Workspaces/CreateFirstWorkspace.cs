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

namespace Flowstate.Identity.Features.Workspaces;

/// <summary>The first start: whoever comes first becomes the owner, exactly once.</summary>
internal static class CreateFirstWorkspace
{
    /// <param name="TimeZone">IANA id; UTC where nothing is said.</param>
    /// <param name="Country">ISO 3166-1 alpha-2.</param>
    internal sealed record Request(
        string WorkspaceName,
        string Name,
        string Email,
        string Password,
        string? TimeZone = null,
        string? Country = null
    ) : IRequest<Result<OpenedSession>>, IAnswersOnce, IAttempt;

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.WorkspaceName).WorkspaceName();
            RuleFor(request => request.Name).PersonName();
            RuleFor(request => request.Email).Email();
            RuleFor(request => request.Password).NewPassword();
            RuleFor(request => request.TimeZone).TimeZone();
            RuleFor(request => request.Country).Country();
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/setup",
                    async (Request request, IMediator mediator, RefreshCookie cookie, CancellationToken ct) =>
                        cookie.Hand(await mediator.Send(request, ct)).ToCreated(_ => "/api/v1/identity/me")
                )
                .WithName(nameof(CreateFirstWorkspace))
                .Answers<SignedIn>(StatusCodes.Status201Created)
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status409Conflict)
                .ProducesProblem(StatusCodes.Status429TooManyRequests)
                .LimitAttempts()
                .AllowAnonymous();
    }

    internal sealed class Handler(
        IdentityDbContext db,
        CurrentUser current,
        GrantablePermissions grantable,
        Passwords passwords,
        SessionOpener sessions,
        TimeProvider clock
    ) : IRequestHandler<Request, Result<OpenedSession>>
    {
        private static readonly Error AlreadySetUp = new(
            ErrorKind.Conflict,
            "identity.already-set-up",
            "This Flowstate already has an owner. Sign in instead."
        );

        public async Task<Result<OpenedSession>> Handle(Request request, CancellationToken cancellationToken)
        {
            if (CommonPasswords.Refuse(request.Password) is { } common)
            {
                return common;
            }

            Founding.Enter(current);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (!await Founding.IsFirst(db, cancellationToken))
            {
                return AlreadySetUp;
            }

            // Hashed behind the lock, so that a crowd at the door costs one hash and not one each.
            var hash = await passwords.Hash(request.Password, cancellationToken);
            var owner = Founding.Found(
                db,
                current.WorkspaceId,
                grantable,
                User.Create(request.Email, hash, clock.GetUtcNow()),
                request.Name,
                request.WorkspaceName,
                request.Country,
                request.TimeZone ?? "UTC",
                isOperator: true
            );
            await db.SaveChangesAsync(cancellationToken);
            var opened = await sessions.OpenIn(owner.WorkspaceId, owner.Id, SignInMethods.Password, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return opened;
        }
    }
}
