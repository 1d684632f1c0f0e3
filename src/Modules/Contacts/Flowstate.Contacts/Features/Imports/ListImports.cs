using Carter;
using Flowstate.Contacts.Imports;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Features.Imports;

/// <summary>The imports one may see, the newest 50.</summary>
internal static class ListImports
{
    private const int Newest = 50;

    internal sealed record Request : IRequest<Result<IReadOnlyList<ImportView>>>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/imports",
                    async (IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(), ct)).ToHttp()
                )
                .WithName(nameof(ListImports))
                .Answers<IReadOnlyList<ImportView>>()
                .RequirePermission(ContactsModule.Import);
    }

    internal sealed class Handler(ContactsDbContext db, CurrentUser user)
        : IRequestHandler<Request, Result<IReadOnlyList<ImportView>>>
    {
        public async Task<Result<IReadOnlyList<ImportView>>> Handle(
            Request request,
            CancellationToken cancellationToken
        )
        {
            var imports = await db.Set<Import>()
                .AsNoTracking()
                .VisibleTo(user)
                .OrderByDescending(import => import.CreatedAt)
                .ThenByDescending(import => import.Id)
                .Take(Newest)
                .ToListAsync(cancellationToken);
            return imports.ConvertAll(ImportView.Of);
        }
    }
}
