using Carter;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Realtime;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Features.Views;

/// <summary>Forgets a view; the contacts in it stay. 403 <c>contacts.view-not-yours</c> for another's shared one.</summary>
internal static class DeleteView
{
    internal sealed record Request(Guid Id) : IRequest<Result<Done>>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapDelete(
                    "/views/{id:guid}",
                    async (Guid id, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(id), ct)).ToHttp()
                )
                .WithName(nameof(DeleteView))
                .Answers<Done>()
                .ProducesProblem(StatusCodes.Status404NotFound)
                .RequirePermission(ContactsModule.Read);
    }

    internal sealed class Handler(ContactsDbContext db, CurrentUser user, LiveUpdates live)
        : IRequestHandler<Request, Result<Done>>
    {
        public async Task<Result<Done>> Handle(Request request, CancellationToken cancellationToken)
        {
            var me = user.MemberId ?? Guid.Empty;
            var view = await db.Views.SingleOrDefaultAsync(
                row => row.Id == request.Id && (row.Shared || row.OwnerId == me),
                cancellationToken
            );
            if (view is null)
            {
                return ViewItem.NotFound;
            }

            if (!ViewItem.IsTheirs(view, user))
            {
                return ViewItem.NotYours;
            }

            db.Remove(view);
            await db.SaveChangesAsync(cancellationToken);
            live.Changed(user.WorkspaceId, db.Schema, "views");
            return default(Done);
        }
    }
}
