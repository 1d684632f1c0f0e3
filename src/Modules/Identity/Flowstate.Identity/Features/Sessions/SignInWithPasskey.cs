using System.Text.Json;
using Carter;
using Flowstate.Identity.Domain;
using Flowstate.Identity.Features.Workspaces;
using Flowstate.Identity.Security;
using Flowstate.Shared.Slices;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Identity.Features.Sessions;

/// <summary>
/// The device signed our question, with its owner's finger, face or PIN: no password and no code are asked for. An address
/// that waits for wrong passwords does not wait here, since a key cannot be guessed.
/// </summary>
internal static class SignInWithPasskey
{
    /// <param name="Challenge">That came with the options.</param>
    /// <param name="Credential">What <c>navigator.credentials.get</c> gave, as its <c>toJSON</c> writes it.</param>
    /// <param name="Invitation">What stands in an invitation's link: who comes by it joins.</param>
    internal sealed record Request(string Challenge, JsonElement Credential, string? Invitation = null)
        : IRequest<Result<OpenedSession>>,
            IAnswersOnce,
            IAttempt
    {
        string? IAttempt.Email => Challenge;
    }

    internal sealed class Validator : AbstractValidator<Request>
    {
        public Validator()
        {
            RuleFor(request => request.Challenge).NotEmpty().WithMessage("Ask for the options first.").Text(100);
            RuleFor(request => request.Credential)
                .Must(credential => credential.ValueKind == JsonValueKind.Object)
                .WithMessage("Send what the device answered.");
            RuleFor(request => request.Invitation).OfLink().When(request => request.Invitation is not null);
        }
    }

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/sign-in/passkey",
                    async (Request request, IMediator mediator, RefreshCookie cookie, CancellationToken ct) =>
                        cookie.Hand(await mediator.Send(request, ct)).ToHttp()
                )
                .WithName(nameof(SignInWithPasskey))
                .Answers<SignedIn>()
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status401Unauthorized)
                .ProducesProblem(StatusCodes.Status403Forbidden)
                .ProducesProblem(StatusCodes.Status409Conflict)
                .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
                .ProducesProblem(StatusCodes.Status429TooManyRequests)
                .LimitAttempts()
                .AllowAnonymous();
    }

    internal sealed class Handler(PasskeyCeremonies ceremonies, SessionOpener sessions)
        : IRequestHandler<Request, Result<OpenedSession>>
    {
        // One answer for whatever is wrong: nothing is told about keys and people.
        private static readonly Error Refused = PasskeyCeremonies.Refused with { Kind = ErrorKind.Unauthenticated };

        public async Task<Result<OpenedSession>> Handle(Request request, CancellationToken cancellationToken) =>
            await ceremonies.CheckAny(request.Challenge, request.Credential, cancellationToken) is { } user
                ? await sessions.Open(user, SignInMethods.Passkey, request.Invitation, cancellationToken)
                : Refused;
    }
}
