using Carter;
using Flowstate.Identity.Domain;
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

namespace Flowstate.Identity.Features.Passkeys;

/// <summary>What a browser needs to have a device make a key. It takes the password: a key is a way in that lasts.</summary>
internal static class StartPasskey
{
    internal sealed record Request(string Password) : IRequest<Result<PasskeyQuestion>>, IAnswersOnce, IAttempt
    {
        string? IAttempt.Email => null;
    }

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator() => RuleFor(request => request.Password).TypedPassword();
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/me/passkeys/options",
                    async (Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToHttp()
                )
                .WithName(nameof(StartPasskey))
                .Answers<PasskeyQuestion>()
                // Whatever the role: a passkey is its person's.
                .RequireAuthorization()
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status401Unauthorized)
                .ProducesProblem(StatusCodes.Status409Conflict)
                .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
                .ProducesProblem(StatusCodes.Status429TooManyRequests)
                .LimitAttempts();
    }

    internal sealed class Handler(IdentityDbContext db, OwnPassword own, PasskeyCeremonies ceremonies)
        : IRequestHandler<Request, Result<PasskeyQuestion>>
    {
        private static readonly Error TooMany = new(
            ErrorKind.Conflict,
            "identity.too-many-passkeys",
            $"There are {Passkey.Most} passkeys already. Remove one that you no longer use."
        );

        public async Task<Result<PasskeyQuestion>> Handle(Request request, CancellationToken cancellationToken)
        {
            var known = await own.Check(request.Password, "password", cancellationToken);
            if (known.Error is { } refusal)
            {
                return refusal;
            }

            var user = known.Value;

            return await db.Passkeys.CountAsync(row => row.UserId == user.Id, cancellationToken) < Passkey.Most
                ? await ceremonies.AskForNew(user, cancellationToken)
                : TooMany;
        }
    }
}
