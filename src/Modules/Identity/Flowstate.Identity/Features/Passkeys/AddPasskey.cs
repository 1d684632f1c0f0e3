using System.Text.Json;
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

namespace Flowstate.Identity.Features.Passkeys;

/// <summary>Takes the public half of the key that a device has just made.</summary>
internal static class AddPasskey
{
    /// <param name="Challenge">That came with the options.</param>
    /// <param name="Credential">What <c>navigator.credentials.create</c> gave, as its <c>toJSON</c> writes it.</param>
    /// <param name="Name">How its owner calls it.</param>
    internal sealed record Request(string Challenge, JsonElement Credential, string Name)
        : IRequest<Result<PasskeyView>>,
            IAnswersOnce;

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Challenge).NotEmpty().WithMessage("Ask for the options first.").Text(100);
            RuleFor(request => request.Credential)
                .Must(credential => credential.ValueKind == JsonValueKind.Object)
                .WithMessage("Send what the device answered.");
            RuleFor(request => request.Name).NotEmpty().WithMessage("Give it a name.").Text(Passkey.NameLength);
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/me/passkeys",
                    async (Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToHttp()
                )
                .WithName(nameof(AddPasskey))
                .Answers<PasskeyView>()
                // Whatever the role: a passkey is its person's.
                .RequireAuthorization()
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status401Unauthorized)
                .ProducesProblem(StatusCodes.Status409Conflict)
                .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    internal sealed class Handler(
        IdentityDbContext db,
        CurrentUser current,
        PasskeyCeremonies ceremonies,
        TimeProvider clock
    ) : IRequestHandler<Request, Result<PasskeyView>>
    {
        public async Task<Result<PasskeyView>> Handle(Request request, CancellationToken cancellationToken)
        {
            if (current.MemberId is not { } me)
            {
                return SessionOpener.SessionEnded;
            }

            var key = await ceremonies.CheckNew(me, request.Challenge, request.Credential, cancellationToken);
            if (key is null)
            {
                return PasskeyCeremonies.Refused;
            }

            var passkey = Passkey.Register(me, request.Name, key, clock.GetUtcNow());
            db.Passkeys.Add(passkey);
            await db.SaveChangesAsync(cancellationToken);
            return PasskeyView.Of(passkey);
        }
    }
}
