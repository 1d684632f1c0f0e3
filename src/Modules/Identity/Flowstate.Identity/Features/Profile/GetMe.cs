using Carter;
using Flowstate.Identity.Features.Sessions;
using Flowstate.Identity.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Flowstate.Identity.Features.Profile;

internal static class GetMe
{
    internal sealed record Request : IRequest<Result<Me>>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/me",
                    async (IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(), ct)).ToHttp()
                )
                .WithName(nameof(GetMe))
                .Answers<Me>()
                // Whatever the role: everybody may know who they are.
                .RequireAuthorization()
                .ProducesProblem(StatusCodes.Status401Unauthorized);
    }

    internal sealed class Handler(IdentityDbContext db, CurrentUser user) : IRequestHandler<Request, Result<Me>>
    {
        public async Task<Result<Me>> Handle(Request request, CancellationToken cancellationToken) =>
            user.MemberId is { } id && await Me.Of(id, db, cancellationToken) is { } me
                ? me
                : SessionOpener.SessionEnded;
    }
}
