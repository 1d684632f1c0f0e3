using Carter;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Features.Hooks;

/// <summary>Ends a source at once: what it still sends is refused as if there had never been one.</summary>
internal static class RevokeHookSource
{
    internal sealed record Request(Guid Id) : IRequest<Result<Done>>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapDelete(
                    "/hook-sources/{id:guid}",
                    async (Guid id, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(id), ct)).ToHttp()
                )
                .WithName(nameof(RevokeHookSource))
                .Answers<Done>()
                .ProducesProblem(StatusCodes.Status404NotFound)
                .RequirePermission(ContactsModule.Hooks)
                .RequirePerson();
    }

    internal sealed class Handler(ContactsDbContext db, TimeProvider clock) : IRequestHandler<Request, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Request request, CancellationToken cancellationToken)
        {
            var source = await db.HookSources.SingleOrDefaultAsync(
                row => row.Id == request.Id && row.RevokedAt == null,
                cancellationToken
            );
            if (source is null)
            {
                return HookSourceView.NotFound;
            }

            source.Revoke(clock.Moment());
            await db.SaveChangesAsync(cancellationToken);
            return default(Done);
        }
    }
}
