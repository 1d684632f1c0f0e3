using Carter;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Identity;
using Flowstate.Shared.Slices;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Flowstate.Contacts.Features.Fields;

/// <summary>The workspace's fields in their order, archived ones last: contacts may still hold something by their keys.</summary>
internal static class ListFields
{
    internal sealed record Request : IRequest<Result<IReadOnlyList<FieldView>>>;

    internal sealed class Endpoint : ICarterModule
    {
        public void AddRoutes(IEndpointRouteBuilder app) =>
            app.MapGet(
                    "/fields",
                    async (IMediator mediator, CancellationToken ct) =>
                        (await mediator.Send(new Request(), ct)).ToHttp()
                )
                .WithName(nameof(ListFields))
                .Answers<IReadOnlyList<FieldView>>()
                .RequirePermission(ContactsModule.Read);
    }

    internal sealed class Handler(ContactsDbContext db) : IRequestHandler<Request, Result<IReadOnlyList<FieldView>>>
    {
        public async Task<Result<IReadOnlyList<FieldView>>> Handle(Request request, CancellationToken cancellationToken)
        {
            var fields = await db
                .Fields.AsNoTracking()
                .OrderBy(field => field.ArchivedAt != null)
                .ThenBy(field => field.Position)
                .ThenBy(field => field.Key)
                .ToListAsync(cancellationToken);
            return fields.ConvertAll(FieldView.Of);
        }
    }
}
