using Carter;
using Flowstate.Identity.Persistence;
using Flowstate.Identity.Security;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Flowstate.Identity.Features.Workspaces;

internal static class GetSetup
{
    internal sealed record Request : IRequest<Result<Response>>;

    /// <param name="NeedsSetup">True until somebody has become the owner.</param>
    /// <param name="OpenSignUp">True where anybody may sign up.</param>
    internal sealed record Response(bool NeedsSetup, bool OpenSignUp);

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/setup",
                    async (IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(), ct)).ToHttp()
                )
                .WithName(nameof(GetSetup))
                .Answers<Response>()
                .AllowAnonymous();
    }

    internal sealed class Handler(IdentityDbContext db, IOptions<SignInOptions> options)
        : IRequestHandler<Request, Result<Response>>
    {
        public async Task<Result<Response>> Handle(Request request, CancellationToken cancellationToken) =>
            new Response(!await db.Users.AnyAsync(cancellationToken), options.Value.OpenSignUp);
    }
}
