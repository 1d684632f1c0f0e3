using Carter;
using Flowstate.Identity.Domain;
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
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Features.Accounts;

/// <summary>
/// The link in the mail: now there is a person and a workspace. Nobody is signed in by it, since whoever opens the mail
/// need not be who chose the password.
/// </summary>
internal static class VerifySignUp
{
    internal sealed record Request(string Token) : IRequest<Result<Done>>, IAnswersOnce;

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Token).OfLink();
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/accounts/verify",
                    async (Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToHttp()
                )
                .WithName(nameof(VerifySignUp))
                .Answers<Done>()
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status409Conflict)
                .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
                .AllowAnonymous();
    }

    internal sealed class Handler(
        IdentityDbContext db,
        CurrentUser current,
        GrantablePermissions grantable,
        TimeProvider clock
    ) : IRequestHandler<Request, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Request request, CancellationToken cancellationToken)
        {
            if (Secret.Read(request.Token) is not { } hash)
            {
                return Links.Spent;
            }

            Founding.Enter(current);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var now = clock.GetUtcNow();
            // Locked, so that of two clicks at once one founds and the other finds nothing.
            var asked = await db
                .SignUps.FromSql(
                    $"select * from identity.sign_ups where secret_hash = {hash} and expires_at > {now} for update"
                )
                .SingleOrDefaultAsync(cancellationToken);
            if (asked is null)
            {
                return Links.Spent;
            }

            Founding.Found(
                db,
                current.WorkspaceId,
                grantable,
                User.Create(asked.Email, asked.PasswordHash, now),
                asked.Name,
                asked.WorkspaceName,
                asked.Country,
                asked.TimeZone,
                isOperator: await Founding.IsFirst(db, cancellationToken)
            );
            db.SignUps.Remove(asked);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return default(Done);
        }
    }
}
