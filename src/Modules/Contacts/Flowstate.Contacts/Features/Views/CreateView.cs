using Carter;
using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Filters;
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

/// <summary>
/// Saves a view, for oneself or for the workspace. 400 <c>contacts.filter-invalid</c>; 409 <c>contacts.too-many-views</c>
/// beyond 100 of one's own.
/// </summary>
internal static class CreateView
{
    internal sealed record Request : ViewBody, IRequest<Result<Versioned<ViewItem>>>;

    internal sealed class Validator : ViewBodyValidator<Request>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPost(
                    "/views",
                    async (Request request, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request, ct)).ToHttp(_ => "/api/v1/contacts/views")
                )
                .WithName(nameof(CreateView))
                .Answers<ViewItem>(StatusCodes.Status201Created)
                .ProducesProblem(StatusCodes.Status409Conflict)
                // Who may look may keep how they look.
                .RequirePermission(ContactsModule.Read);
    }

    internal sealed class Handler(ContactsDbContext db, CurrentUser user, LiveUpdates live, TimeProvider clock)
        : IRequestHandler<Request, Result<Versioned<ViewItem>>>
    {
        public async Task<Result<Versioned<ViewItem>>> Handle(Request request, CancellationToken cancellationToken)
        {
            var me = user.MemberId ?? Guid.Empty;
            var now = clock.Moment();
            var filter = await CompileFilter.From(request.FilterText, db, now, cancellationToken);
            if (filter.Error is { } wrong)
            {
                return wrong;
            }

            if (await db.Views.CountAsync(view => view.OwnerId == me, cancellationToken) >= SavedView.Most)
            {
                return ViewItem.TooMany;
            }

            var view = SavedView.Make(me, request.Draft(), now);
            db.Add(view);
            await db.SaveChangesAsync(cancellationToken);
            live.Changed(user.WorkspaceId, db.Schema, "views");
            return new Versioned<ViewItem>(ViewItem.Of(view, user), view.Version);
        }
    }
}
