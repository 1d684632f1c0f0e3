using Carter;
using Flowstate.Contacts.Bulk;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Features.Bulk;

/// <summary>One change in bulk: what it does, how far it has come, and what came of its contacts.</summary>
internal static class GetBulk
{
    internal sealed record Request(Guid BulkId) : IRequest<Result<BulkView>>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/bulk/{bulkId:guid}",
                    async (Guid bulkId, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(bulkId), ct)).ToHttp()
                )
                .WithName(nameof(GetBulk))
                .Answers<BulkView>()
                .ProducesProblem(StatusCodes.Status404NotFound)
                .RequirePermission(ContactsModule.Write);
    }

    internal sealed class Handler(ContactsDbContext db, CurrentUser user) : IRequestHandler<Request, Result<BulkView>>
    {
        public async Task<Result<BulkView>> Handle(Request request, CancellationToken cancellationToken) =>
            await db.Set<BulkChange>()
                .AsNoTracking()
                .VisibleTo(user)
                .SingleOrDefaultAsync(change => change.Id == request.BulkId, cancellationToken)
                is { } change
                ? BulkView.Of(change)
                : BulkReads.NotFound;
    }
}
