using Carter;
using Flowstate.Contacts.Imports;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Features.Imports;

/// <summary>One import: what its file is, how far it has come, and what came of its rows.</summary>
internal static class GetImport
{
    internal sealed record Request(Guid ImportId) : IRequest<Result<ImportView>>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/imports/{importId:guid}",
                    async (Guid importId, IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(importId), ct)).ToHttp()
                )
                .WithName(nameof(GetImport))
                .Answers<ImportView>()
                .ProducesProblem(StatusCodes.Status404NotFound)
                .RequirePermission(ContactsModule.Import);
    }

    internal sealed class Handler(ContactsDbContext db, CurrentUser user) : IRequestHandler<Request, Result<ImportView>>
    {
        public async Task<Result<ImportView>> Handle(Request request, CancellationToken cancellationToken) =>
            await db.Set<Import>()
                .AsNoTracking()
                .VisibleTo(user)
                .SingleOrDefaultAsync(import => import.Id == request.ImportId, cancellationToken)
                is { } import
                ? ImportView.Of(import)
                : ImportReads.NotFound;
    }
}
