using Carter;
using Flowstate.Identity.Features.Sessions;
using Flowstate.Identity.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Identity.Features.Passkeys;

internal static class ListPasskeys
{
    internal sealed record Request : IRequest<Result<Response>>;

    internal sealed record Response(IReadOnlyList<PasskeyView> Passkeys);

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/me/passkeys",
                    async (IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(), ct)).ToHttp()
                )
                .WithName(nameof(ListPasskeys))
                .Answers<Response>()
                // Whatever the role: a passkey is its person's.
                .RequireAuthorization()
                .ProducesProblem(StatusCodes.Status401Unauthorized);
    }

    internal sealed class Handler(IdentityDbContext db, CurrentUser user) : IRequestHandler<Request, Result<Response>>
    {
        public async Task<Result<Response>> Handle(Request request, CancellationToken cancellationToken)
        {
            if (user.MemberId is not { } me)
            {
                return SessionOpener.SessionEnded;
            }

            var mine = await db
                .Passkeys.AsNoTracking()
                .Where(row => row.UserId == me)
                .OrderBy(row => row.Id)
                .ToListAsync(cancellationToken);
            return new Response(mine.ConvertAll(PasskeyView.Of));
        }
    }
}
