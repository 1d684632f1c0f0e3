using Carter;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Features.Views;

/// <summary>The member's own views and those shared with the workspace, in the order they were made.</summary>
internal static class ListViews
{
    internal sealed record Request : IRequest<Result<IReadOnlyList<ViewItem>>>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/views",
                    async (IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(), ct)).ToHttp()
                )
                .WithName(nameof(ListViews))
                .Answers<IReadOnlyList<ViewItem>>()
                .RequirePermission(ContactsModule.Read);
    }

    internal sealed class Handler(ContactsDbContext db, CurrentUser user)
        : IRequestHandler<Request, Result<IReadOnlyList<ViewItem>>>
    {
        public async Task<Result<IReadOnlyList<ViewItem>>> Handle(Request request, CancellationToken cancellationToken)
        {
            var me = user.MemberId ?? Guid.Empty;
            var views = await db
                .Views.AsNoTracking()
                .Where(view => view.Shared || view.OwnerId == me)
                .OrderBy(view => view.CreatedAt)
                .ThenBy(view => view.Id)
                .ToListAsync(cancellationToken);
            return views.ConvertAll(view => ViewItem.Of(view, user));
        }
    }
}
