using System.Text.Json.Serialization;
using Carter;
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
/// Replaces a view. A shared one is changed by whoever made it and by owners and admins: 403
/// <c>contacts.view-not-yours</c>. 412 <c>contacts.stale-version</c> with the <c>current</c> view.
/// </summary>
internal static class UpdateView
{
    internal sealed record Request : ViewBody, IRequest<Result<Versioned<ViewItem>>>
    {
        [JsonIgnore]
        public Guid Id { get; init; }

        [JsonIgnore]
        public IfMatch IfMatch { get; init; }
    }

    internal sealed class Validator : ViewBodyValidator<Request>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapPut(
                    "/views/{id:guid}",
                    async (Guid id, Request request, IfMatch ifMatch, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(request with { Id = id, IfMatch = ifMatch }, ct)).ToHttp()
                )
                .WithName(nameof(UpdateView))
                .Answers<ViewItem>()
                .ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status412PreconditionFailed)
                .ProducesProblem(StatusCodes.Status428PreconditionRequired)
                .RequirePermission(ContactsModule.Read);
    }

    internal sealed class Handler(ContactsDbContext db, CurrentUser user, LiveUpdates live, TimeProvider clock)
        : IRequestHandler<Request, Result<Versioned<ViewItem>>>
    {
        public async Task<Result<Versioned<ViewItem>>> Handle(Request request, CancellationToken cancellationToken)
        {
            if (request.IfMatch.Version is not { } version)
            {
                return IfMatch.Missing;
            }

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

            if (view.Version != version)
            {
                return db.StaleVersion.With("current", ViewItem.Of(view, user));
            }

            var filter = await CompileFilter.From(request.FilterText, db, clock.GetUtcNow(), cancellationToken);
            if (filter.Error is { } wrong)
            {
                return wrong;
            }

            // Made private it would be its maker's alone: to take it from everybody is theirs.
            if (view.OwnerId != me && !request.Shared)
            {
                return ViewItem.NotYours;
            }

            view.Change(request.Draft());
            await db.SaveChangesAsync(cancellationToken);
            live.Changed(user.WorkspaceId, db.Schema, "views");
            return new Versioned<ViewItem>(ViewItem.Of(view, user), view.Version);
        }
    }
}
