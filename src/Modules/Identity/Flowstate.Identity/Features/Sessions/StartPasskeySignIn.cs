using Carter;
using Flowstate.Identity.Security;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Identity.Features.Sessions;

/// <summary>What a browser needs to ask the device for a key of ours. It names nobody: the device knows whose it is.</summary>
internal static class StartPasskeySignIn
{
    internal sealed record Request : IRequest<Result<PasskeyQuestion>>, IAnswersOnce;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/sign-in/passkey/options",
                    async (IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(), ct)).ToHttp()
                )
                .WithName(nameof(StartPasskeySignIn))
                .Answers<PasskeyQuestion>()
                .ProducesProblem(StatusCodes.Status429TooManyRequests)
                .AllowAnonymous();
    }

    internal sealed class Handler(PasskeyCeremonies ceremonies) : IRequestHandler<Request, Result<PasskeyQuestion>>
    {
        public async Task<Result<PasskeyQuestion>> Handle(Request request, CancellationToken cancellationToken) =>
            await ceremonies.AskForAny(cancellationToken);
    }
}
